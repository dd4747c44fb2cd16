package io.crowdbench.ui.slaves;

import io.crowdbench.ui.base.Answer;
import java.util.List;

/// The slaves, asked of the provisioner.
public interface Slaves {

  Answer<List<SlaveRow>> all();
}
