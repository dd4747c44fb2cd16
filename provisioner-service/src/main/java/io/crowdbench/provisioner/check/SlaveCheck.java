package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Looks at a slave: connect, log in, find out what it is, try its folder.
@Component
public class SlaveCheck {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SlaveConnector connector;
  private final SlaveRegistry register;

  SlaveCheck(SlaveConnector connector, SlaveRegistry register) {
    this.connector = connector;
    this.register = register;
  }

  /// Looks, and keeps the facts that were found.
  public CheckResult check(Slave slave) {
    return switch (connector.open(slave)) {
      case Attempt.Failed(var problem) -> new CheckResult.Unfit(List.of(problem));
      case Attempt.Connected(var host, _) -> look(slave, host);
    };
  }

  private CheckResult look(Slave slave, SshHost host) {
    try {
      var result = survey(slave, host);
      if (result instanceof CheckResult.Unfit) {
        host.close();
      }
      return result;
    } catch (IOException e) {
      host.close();
      return new CheckResult.Unfit(
          List.of(
              "Could not look at %s: %s. Check that the login may run commands and use SFTP there, then check it again."
                  .formatted(slave.address(), e.getMessage())));
    }
  }

  private CheckResult survey(Slave slave, SshHost host) throws IOException {
    String folder;
    try (var files = host.files()) {
      folder = files.absolute(slave.folder());
    }
    var survey = Survey.read(host.run(Survey.script(folder), LIMIT).out());
    register.change(slave.id(), now -> now.lookedAt(survey.facts()));
    var problems = Findings.problems(survey, Platform.ours(), slave.address(), folder);
    return problems.isEmpty()
        ? new CheckResult.Fit(host, survey.facts(), folder)
        : new CheckResult.Unfit(problems);
  }
}
