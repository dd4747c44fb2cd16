package io.crowdbench.provisioner.deploy;

import static io.crowdbench.messages.provisioning.SlaveStage.READY;

import io.crowdbench.provisioner.ProvisionerSettings;
import io.crowdbench.provisioner.slave.AgentPresence;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.SshHost;
import io.crowdbench.provisioner.tunnel.Tunnels;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// Starts the agent on a slave and waits until it is heard over Kafka.
@Component
class AgentStart {

  private static final Duration HELLO = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final ProvisionerSettings settings;
  private final AgentInstaller installer;
  private final SlaveRegistry register;
  private final AgentPresence presence;
  private final Tunnels tunnels;

  AgentStart(
      ProvisionerSettings settings,
      AgentInstaller installer,
      SlaveRegistry register,
      AgentPresence presence,
      Tunnels tunnels) {
    this.settings = settings;
    this.installer = installer;
    this.register = register;
    this.presence = presence;
    this.tunnels = tunnels;
  }

  /// Leaves the slave ready or unusable.
  ///
  /// @param direct whether the agent can find Kafka without the help of SSH
  void start(Slave slave, SshHost host, Installed installed, boolean direct)
      throws IOException, InterruptedException {
    var process = new AgentProcess(host, installed.folder());
    process.stop();
    installer.deleteOthers(host, installed);
    // Kept before it starts: whatever happens from here on, no two starts have one number.
    var starting = register.change(slave.id(), now -> now.startingAgain().findingKafka(!direct));
    if (starting.isEmpty()) {
      return;
    }
    var problem = wayToKafka(starting.get());
    if (problem.isPresent()) {
      unusable(slave, problem.get());
      return;
    }
    try (var files = host.files()) {
      files.put(
          properties(starting.get(), installed.folder()), installed.folder() + "/agent.properties");
    }
    process.start(installed);
    awaitHello(starting.get(), process);
  }

  /// @return why there is none
  private Optional<String> wayToKafka(Slave slave) {
    if (slave.tunnelled()) {
      return tunnels.open(slave);
    }
    tunnels.close(slave);
    return Optional.empty();
  }

  private void awaitHello(Slave slave, AgentProcess process)
      throws IOException, InterruptedException {
    var began = System.nanoTime();
    for (var looks = 0; System.nanoTime() - began < HELLO.toNanos(); looks++) {
      if (presence.isPresent(slave)) {
        register.change(slave.id(), now -> now.in(READY));
        return;
      }
      if (looks % 10 == 5 && !process.runs()) {
        unusable(slave, DeploySentences.ended(slave, process.lastWords()));
        return;
      }
      Thread.sleep(LOOK_EVERY);
    }
    unusable(slave, DeploySentences.silent(slave, brokers(slave), HELLO, process.lastWords()));
  }

  private void unusable(Slave slave, String problem) {
    register.failed(slave.id(), List.of(problem));
  }

  private String brokers(Slave slave) {
    return slave.tunnelled() ? tunnels.brokers() : settings.agents().kafka();
  }

  private String properties(Slave slave, String folder) throws IOException {
    var properties = new Properties();
    properties.setProperty("slave", slave.id());
    properties.setProperty("epoch", String.valueOf(slave.epoch()));
    properties.setProperty("kafka", brokers(slave));
    if (slave.tunnelled()) {
      properties.setProperty("tunnel", Tunnels.file(folder));
    }
    properties.setProperty("folder", folder);
    properties.setProperty("runner.heap", settings.agents().runnerHeap());
    properties.setProperty("lease.seconds", String.valueOf(settings.agents().lease().toSeconds()));
    var text = new StringWriter();
    properties.store(text, null);
    return text.toString();
  }
}
