package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveChange;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import java.util.List;

/// The slaves, asked of the provisioner.
///
/// What goes to the machine before it is answered ([#log], [#stop], [#uninstall], [#remove]) may
/// take long, and is not to be called on a page's turn.
public interface Slaves {

  Result<List<SlaveView>> all();

  Result<SlaveView> one(String id);

  Result<SlaveView> register(SlaveRegistration slave);

  /// Changes what is given, and nothing else.
  Result<SlaveView> change(String id, SlaveChange change);

  /// Understands a text with slaves; nothing is registered by it.
  Result<SlaveDraft> read(String text);

  /// All slaves as YAML, without secrets.
  Result<String> export();

  /// Accepts the key that the host shows now, which must be the one with that fingerprint.
  Result<SlaveView> acceptKey(String id, String fingerprint);

  /// The end of the log of its agent, or of the runner of a run.
  ///
  /// @param run empty for the agent's own log
  Result<String> log(String id, String run, int lines);

  Result<Boolean> check(String id);

  /// Checks it, copies what is missing and starts the agent.
  Result<Boolean> deploy(String id);

  Result<Boolean> stop(String id);

  Result<Boolean> uninstall(String id);

  Result<Boolean> remove(String id);
}
