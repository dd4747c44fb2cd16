package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import java.util.List;

/// The slaves, asked of the provisioner.
public interface Slaves {

  Result<List<SlaveView>> all();
}
