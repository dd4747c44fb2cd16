package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.LatestChecks;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Reach;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a slave: connect, log in, find out what it is, try its folder and its way to Kafka.
/// What can be looked at is, whatever else is wrong.
@Component
public class SlaveCheck {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SlaveConnector connector;
  private final SlaveRegistry register;
  private final LatestChecks latest;
  private final AgentLine agentLine;
  private final KafkaLine kafkaLine;
  private final Clock clock;

  SlaveCheck(
      SlaveConnector connector,
      SlaveRegistry register,
      LatestChecks latest,
      AgentLine agentLine,
      KafkaLine kafkaLine,
      Clock clock) {
    this.connector = connector;
    this.register = register;
    this.latest = latest;
    this.agentLine = agentLine;
    this.kafkaLine = kafkaLine;
    this.clock = clock;
  }

  /// Looks, and keeps the lines and the facts that were found.
  public CheckResult check(Slave slave) {
    var report = new CheckReport();
    var reach = connector.reach(slave);
    AccessLines.add(report, slave, reach);
    var result = reach instanceof Reach.In in ? look(report, slave, in.host()) : null;
    latest.keep(slave.id(), report.lines());
    return result == null ? new CheckResult.Unfit(report.problems()) : result;
  }

  /// @return null when it is not fit; the host is closed then
  private CheckResult.@Nullable Fit look(CheckReport report, Slave slave, SshHost host) {
    CheckResult.Fit fit = null;
    try {
      fit = survey(report, slave, host);
    } catch (IOException e) {
      report.failed(
          Item.SHELL,
          "broke off",
          "Could not look at %s: %s.".formatted(slave.address(), e.getMessage()),
          "Check that the login may run commands and use SFTP there, then check it again.");
      report.skipRest("not looked at: it broke off before");
    }
    if (fit == null || !report.problems().isEmpty()) {
      host.close();
      return null;
    }
    return fit;
  }

  private CheckResult.@Nullable Fit survey(CheckReport report, Slave slave, SshHost host)
      throws IOException {
    var folder = folder(report, slave, host);
    var began = System.nanoTime();
    var said = host.run(Survey.script(folder), LIMIT).out();
    if (!Survey.isWhole(said)) {
      report.failed(
          Item.SHELL,
          "does not run commands",
          "Could not run commands on %s: its login shell said “%s”."
              .formatted(slave.address(), shortened(said)),
          "Give the login a shell that runs commands, or use another login.");
      report.skipRest("not looked at: no command runs");
      return null;
    }
    report.ok(Item.SHELL, "runs commands", Duration.ofNanos(System.nanoTime() - began).toMillis());
    var survey = Survey.read(said);
    register.change(slave.id(), now -> now.lookedAt(survey.facts()));
    new Findings(report, survey, slave.address(), folder).add(Platform.ours());
    LimitLines.add(report, survey);
    agentLine.add(report, slave, survey.agent(), folder);
    ClockLine.add(report, host, clock);
    var direct = kafkaLine.add(report, slave, host);
    return new CheckResult.Fit(host, survey.facts(), folder, direct);
  }

  /// Absolute where SFTP tells.
  private static String folder(CheckReport report, Slave slave, SshHost host) {
    var began = System.nanoTime();
    try (var files = host.files()) {
      var folder = files.absolute(slave.folder());
      report.ok(Item.FILE_TRANSFER, "SFTP", Duration.ofNanos(System.nanoTime() - began).toMillis());
      return folder;
    } catch (IOException e) {
      report.failed(
          Item.FILE_TRANSFER,
          "no SFTP",
          "Could not use SFTP on %s: %s.".formatted(slave.address(), e.getMessage()),
          "Have its SSH server offer it (Subsystem sftp internal-sftp in sshd_config), and its profiles say nothing where nobody looks.");
      return slave.folder();
    }
  }

  private static String shortened(String said) {
    var line = said.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
