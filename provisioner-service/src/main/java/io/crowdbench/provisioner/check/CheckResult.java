package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Facts;
import io.crowdbench.provisioner.ssh.SshHost;
import java.util.List;

/// How a look at a slave ended.
public sealed interface CheckResult {

  /// It can carry load. Whoever gets this closes the host.
  ///
  /// @param folder absolute path of the folder Crowdbench may write in
  /// @param direct whether it reaches Kafka without the help of SSH
  record Fit(SshHost host, Facts facts, String folder, boolean direct)
      implements CheckResult, AutoCloseable {

    @Override
    public void close() {
      host.close();
    }
  }

  /// It cannot.
  ///
  /// @param problems all that were found, one sentence each
  record Unfit(List<String> problems) implements CheckResult {}
}
