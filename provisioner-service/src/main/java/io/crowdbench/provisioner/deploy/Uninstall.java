package io.crowdbench.provisioner.deploy;

import static io.crowdbench.messages.provisioning.SlaveStage.REGISTERED;

import io.crowdbench.provisioner.slave.AgentPresence;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import io.crowdbench.provisioner.tunnel.Tunnels;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes Crowdbench off a slave: the agent and its runner are ended, and what we have put there is
/// deleted. What others have put into the folder stays, and so does the folder then.
@Component
class Uninstall {

  private static final Logger log = LoggerFactory.getLogger(Uninstall.class);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// By the names that we give, and nothing else: the folder may be the login's home. What is still
  /// there afterwards is named.
  private static final String DELETE =
      """
      folder=%s
      cd "$folder" 2> /dev/null || exit 0
      for each in /proc/[0-9]*; do
        case "$(tr '\\0' ' ' 2> /dev/null < "$each/cmdline")" in
          "$folder"/runtime-*) kill -KILL "${each#/proc/}" ;;
        esac
      done
      rm -rf runtime-[0-9a-f]* agent-[0-9a-f]*.jar agent-[0-9a-f]*.jar.part
      rm -f libraries-[0-9a-f]*.jar libraries-[0-9a-f]*.jar.part
      rm -f agent.properties agent.properties.part agent.log agent.pid .probe
      rm -f tunnel.properties tunnel.properties.part
      rm -f bundles/[0-9a-f]*.jar bundles/[0-9a-f]*.jar.part
      for run in runs/*/; do
        if [ -e "$run/runner.log" ]; then rm -rf "$run"; fi
      done
      for each in bundles runs; do
        if [ -d "$each" ]; then rmdir "$each" 2> /dev/null; fi
      done
      cd / && rmdir "$folder" 2> /dev/null
      ls -A "$folder" 2> /dev/null | head -n 10
      exit 0
      """;

  private final SlaveConnector connector;
  private final SlaveRegistry register;
  private final AgentPresence presence;
  private final Tunnels tunnels;

  Uninstall(
      SlaveConnector connector, SlaveRegistry register, AgentPresence presence, Tunnels tunnels) {
    this.connector = connector;
    this.register = register;
    this.presence = presence;
    this.tunnels = tunnels;
  }

  void uninstall(Slave slave) {
    switch (connector.open(slave)) {
      case Attempt.Failed(var problem) -> register.failed(slave.id(), List.of(problem));
      case Attempt.Connected(var host, _) -> {
        try (host;
            var files = host.files()) {
          uninstall(slave, host, files.absolute(slave.folder()));
        } catch (IOException e) {
          register.failed(slave.id(), List.of(DeploySentences.notUninstalled(slave, e)));
        }
      }
    }
  }

  private void uninstall(Slave slave, SshHost host, String folder) throws IOException {
    new AgentProcess(host, folder).stop();
    // Its file on the slave must not come back.
    tunnels.close(slave);
    presence.ended(slave);
    var done = host.run(DELETE.formatted(Shell.quote(folder)), LIMIT);
    if (!done.ok()) {
      throw new IOException(done.out().strip());
    }
    var left = done.out().strip().lines().toList();
    log.info("Uninstalled Crowdbench from {}; left there: {}", slave.address(), left);
    register.change(
        slave.id(),
        now -> {
          var bare = now.in(REGISTERED).findingKafka(false);
          return left.isEmpty() ? bare : bare.noting(DeploySentences.left(slave, folder, left));
        });
  }
}
