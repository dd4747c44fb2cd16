package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import java.util.List;

/// The slaves, asked of the provisioner.
public interface Slaves {

  Result<List<SlaveRow>> all();
}
