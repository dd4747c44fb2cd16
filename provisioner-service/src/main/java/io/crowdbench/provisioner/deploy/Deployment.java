package io.crowdbench.provisioner.deploy;

import static io.crowdbench.messages.provisioning.SlaveStage.INSTALLED;
import static io.crowdbench.messages.provisioning.SlaveStage.INSTALLING;
import static io.crowdbench.messages.provisioning.SlaveStage.STOPPED;

import io.crowdbench.provisioner.check.CheckResult;
import io.crowdbench.provisioner.check.SlaveCheck;
import io.crowdbench.provisioner.slave.AgentPresence;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.tunnel.Tunnels;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes a slave from whatever it is to a running agent, or from that to none.
///
/// Runs on the slave's own thread, one thing at a time; the slave's stage tells how far it is.
@Component
class Deployment {

  private final SlaveCheck check;
  private final AgentInstaller installer;
  private final AgentStart agentStart;
  private final SlaveRegistry register;
  private final SlaveConnector connector;
  private final AgentPresence presence;
  private final Tunnels tunnels;

  Deployment(
      SlaveCheck check,
      AgentInstaller installer,
      AgentStart agentStart,
      SlaveRegistry register,
      SlaveConnector connector,
      AgentPresence presence,
      Tunnels tunnels) {
    this.check = check;
    this.installer = installer;
    this.agentStart = agentStart;
    this.register = register;
    this.connector = connector;
    this.presence = presence;
    this.tunnels = tunnels;
  }

  /// Checks, copies what is missing, starts the agent anew.
  void deploy(Slave slave) {
    switch (check.check(slave)) {
      case CheckResult.Unfit(var problems) -> register.failed(slave.id(), problems);
      case CheckResult.Fit fit -> {
        try (fit) {
          install(slave, fit);
        } catch (IOException e) {
          register.failed(slave.id(), List.of(DeploySentences.notInstalled(slave, e)));
        } catch (InterruptedException e) {
          // The service ends; its next start finds the slave and says so.
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void install(Slave slave, CheckResult.Fit fit) throws IOException, InterruptedException {
    register.change(slave.id(), now -> now.in(INSTALLING));
    var installed = installer.install(fit.host(), fit.folder());
    register.change(slave.id(), now -> now.in(INSTALLED));
    agentStart.start(slave, fit.host(), installed, fit.direct());
  }

  /// Stops the agent.
  void stop(Slave slave) {
    switch (connector.open(slave)) {
      case Attempt.Failed(var problem) -> register.failed(slave.id(), List.of(problem));
      case Attempt.Connected(var host, _) -> {
        try (host;
            var files = host.files()) {
          new AgentProcess(host, files.absolute(slave.folder())).stop();
          tunnels.close(slave);
          presence.ended(slave);
          register.change(slave.id(), now -> now.in(STOPPED));
        } catch (IOException e) {
          register.failed(slave.id(), List.of(DeploySentences.notStopped(slave, e)));
        }
      }
    }
  }
}
