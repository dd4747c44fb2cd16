package io.crowdbench.provisioner.deploy;

import io.crowdbench.kit.Refused;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows the end of a log on a slave: its agent's, or that of a run's runner.
@RestController
class LogController {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MAX_LINES = 5_000;
  private static final int MAX_BYTES = 2_000_000;
  private static final int NO_FILE = 44;

  private final SlaveRegistry register;
  private final SlaveConnector connector;

  LogController(SlaveRegistry register, SlaveConnector connector) {
    this.register = register;
    this.connector = connector;
  }

  /// @param run id of a run; empty for the agent's own log
  /// @param lines at most 5,000
  @GetMapping(path = "/api/slaves/{id}/log", produces = "text/plain;charset=UTF-8")
  String log(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String run,
      @RequestParam(defaultValue = "200") String lines) {
    var slave = register.find(id).orElseThrow(() -> Refused.unknown("slave", id));
    var problems = new ArrayList<String>();
    if (!run.isEmpty() && !RunFiles.isRunId(run)) {
      problems.add("“%s” is no run's id. `crowdbench runs` lists all.".formatted(run));
    }
    if (!lines.matches("\\d{1,4}")
        || Integer.parseInt(lines) < 1
        || Integer.parseInt(lines) > MAX_LINES) {
      problems.add("The number of lines is “%s”. It must be from 1 to 5,000.".formatted(lines));
    }
    if (!problems.isEmpty()) {
      throw Refused.badParameters(problems);
    }
    return read(slave, run, Integer.parseInt(lines));
  }

  private String read(Slave slave, String run, int lines) {
    return switch (connector.open(slave)) {
      case Attempt.Failed(var problem) -> throw Refused.conflict(problem);
      case Attempt.Connected(var host, _) -> {
        try (host;
            var files = host.files()) {
          var folder = files.absolute(slave.folder());
          yield run.isEmpty()
              ? tail(slave, host, folder + "/agent.log", "of the agent", lines)
              : tail(slave, host, folder + "/runs/" + run + "/runner.log", "of run " + run, lines);
        } catch (IOException e) {
          throw Refused.conflict(
              "Could not read the log on %s: %s. Check the slave, then try it again."
                  .formatted(slave.address(), e.getMessage()));
        }
      }
    };
  }

  private static String tail(Slave slave, SshHost host, String file, String whose, int lines)
      throws IOException {
    var path = Shell.quote(file);
    var done =
        host.run(
            "[ -e %1$s ] || exit %2$d\ntail -n %3$d %1$s | tail -c %4$d"
                .formatted(path, NO_FILE, lines, MAX_BYTES),
            LIMIT);
    if (done.exitCode() == NO_FILE) {
      throw Refused.unknown("log", "%s on %s (%s)".formatted(whose, slave.name(), file));
    }
    if (!done.ok()) {
      throw new IOException(String.join(" ", List.of(done.out().strip().split("\\s+"))));
    }
    return done.out();
  }
}
