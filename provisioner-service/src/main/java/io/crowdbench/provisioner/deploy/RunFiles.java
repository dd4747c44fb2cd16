package io.crowdbench.provisioner.deploy;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Shell;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tidies up after a run. What cannot be deleted costs disk and nothing else, so it is only logged.
@Component
class RunFiles {

  private static final Logger log = LoggerFactory.getLogger(RunFiles.class);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final SlaveConnector connector;

  RunFiles(SlaveConnector connector) {
    this.connector = connector;
  }

  /// Whether it can stand in a path without leading elsewhere.
  static boolean isRunId(String text) {
    return text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  }

  void delete(Slave slave, String run) {
    if (!isRunId(run)) {
      log.warn("Did not clean up after run {} on {}: that is no run's id", run, slave.address());
      return;
    }
    switch (connector.open(slave)) {
      case Attempt.Failed(var problem) ->
          log.warn("Did not clean up after run {}: {}", run, problem);
      case Attempt.Connected(var host, _) -> {
        try (host;
            var files = host.files()) {
          var folder = files.absolute(slave.folder()) + "/runs/" + run;
          var done = host.run("rm -rf " + Shell.quote(folder), LIMIT);
          if (!done.ok()) {
            throw new IOException(done.out().strip());
          }
        } catch (IOException e) {
          log.warn(
              "Could not clean up after run {} on {}: {}", run, slave.address(), e.getMessage());
        }
      }
    }
  }
}
