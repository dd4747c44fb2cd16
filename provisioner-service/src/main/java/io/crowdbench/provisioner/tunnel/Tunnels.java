package io.crowdbench.provisioner.tunnel;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.SshHost;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps a tunnel open to each slave whose agent finds Kafka through one: opened before the agent
/// starts, and again whenever it has broken, be it in the middle of a run.
@Component
public class Tunnels {

  private static final Logger log = LoggerFactory.getLogger(Tunnels.class);

  /// In the folder of Crowdbench on the slave; the agent and its runner look there.
  private static final String FILE = "/tunnel.properties";

  private final SlaveConnector connector;
  private final SlaveRegistry register;
  private final TunnelExit exit;
  private final BrokerAddresses brokers;
  private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();

  Tunnels(
      SlaveConnector connector, SlaveRegistry register, TunnelExit exit, BrokerAddresses brokers) {
    this.connector = connector;
    this.register = register;
    this.exit = exit;
    this.brokers = brokers;
  }

  /// The brokers that tunnels lead to, as they are to be asked for: `host:port,host:port`.
  public String brokers() {
    return brokers.first();
  }

  /// Opens a tunnel unless there is one, and keeps it open from then on.
  ///
  /// @return why there is none, a whole sentence; empty if there is
  public Optional<String> open(Slave slave) {
    return keepers.computeIfAbsent(slave.id(), id -> new Keeper(id, this)).open();
  }

  /// Closes it, for good.
  public void close(Slave slave) {
    var keeper = keepers.remove(slave.id());
    if (keeper != null) {
      keeper.close();
    }
  }

  /// Path of the file on the slave that says where the tunnel begins.
  ///
  /// @param folder of Crowdbench on the slave, absolute
  public static String file(String folder) {
    return folder + FILE;
  }

  /// Agents go on while this service does not.
  @EventListener(ApplicationReadyEvent.class)
  void openAll() {
    register
        .tunnelled()
        .forEach(slave -> keepers.computeIfAbsent(slave.id(), id -> new Keeper(id, this)));
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    keepers.values().forEach(Keeper::reopenIfDue);
  }

  /// Ids of the slaves that have one, or are to have one, by whether it is open.
  Map<Boolean, List<String>> kept() {
    return keepers.entrySet().stream()
        .collect(
            Collectors.partitioningBy(
                keeper -> keeper.getValue().isOpen(),
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  Opening attempt(String id) {
    var slave = register.find(id);
    if (slave.isEmpty() || !slave.get().tunnelled()) {
      keepers.remove(id);
      return new Opening.NotWanted();
    }
    return switch (connector.openToStay(slave.get())) {
      case Attempt.Failed(var problem) -> new Opening.Failed(problem);
      case Attempt.Connected(var host, _) -> forward(slave.get(), host);
    };
  }

  private Opening forward(Slave slave, SshHost host) {
    var token = exit.tokens().issue(slave.id());
    try {
      int port = host.forwardToUs(exit.port());
      try (var files = host.files()) {
        files.put(entrance(port, token), file(files.absolute(slave.folder())));
      }
      log.info("Slave {} has a tunnel to Kafka, from its port {}", slave.name(), port);
      return new Opening.Opened(new Tunnel(host, port, token));
    } catch (IOException e) {
      exit.tokens().revoke(token);
      host.close();
      return new Opening.Failed(TunnelSentences.notForwarded(slave, e));
    }
  }

  private static String entrance(int port, String token) throws IOException {
    var properties = new Properties();
    properties.setProperty("port", String.valueOf(port));
    properties.setProperty("token", token);
    var text = new StringWriter();
    properties.store(text, null);
    return text.toString();
  }

  void end(Tunnel tunnel) {
    exit.tokens().revoke(tunnel.token());
    tunnel.host().close();
  }

  @PreDestroy
  void closeAll() {
    keepers.values().forEach(Keeper::close);
    keepers.clear();
  }
}
