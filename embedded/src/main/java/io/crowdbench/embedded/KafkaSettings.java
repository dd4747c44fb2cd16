package io.crowdbench.embedded;

import io.crowdbench.embedded.EmbeddedKafka.FurtherListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Settings of a broker that is alone, shares a small machine, and must be back quickly after it
/// was killed.
final class KafkaSettings {

  static final int NODE = 1;

  private static final Map<String, String> ALONE =
      Map.of(
          "process.roles", "broker,controller",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "2",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1",
          "group.initial.rebalance.delay.ms", "0");

  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "2",
          "num.io.threads", "2",
          "background.threads", "2",
          "log.cleaner.threads", "1",
          "log.cleaner.dedupe.buffer.size", "4194304",
          "log.cleaner.io.buffer.size", "131072",
          "log.segment.bytes", "67108864",
          // Index files are mapped whole.
          "log.index.size.max.bytes", "1048576",
          "log.message.timestamp.type", "CreateTime");

  /// With Kafka's own timeouts a restart after kill -9 takes three times as long: the controller
  /// waits for the dead broker's session.
  private static final Map<String, String> BACK_QUICKLY =
      Map.of(
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500",
          "controller.quorum.election.timeout.ms", "300",
          "controller.quorum.fetch.timeout.ms", "500",
          "controller.quorum.election.backoff.max.ms", "200");

  private KafkaSettings() {}

  static Map<String, String> of(
      Path log, int port, int controllerPort, List<FurtherListener> further) {
    var settings = new HashMap<String, String>();
    settings.putAll(ALONE);
    settings.putAll(SMALL);
    settings.putAll(BACK_QUICKLY);
    settings.put("node.id", String.valueOf(NODE));
    settings.put("log.dirs", log.toString());
    var listeners = new StringBuilder();
    var advertised = new StringBuilder("PLAINTEXT://127.0.0.1:" + port);
    var protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    listeners.append(
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    for (var each : further) {
      listeners.append(",%s://127.0.0.1:%d".formatted(each.name(), each.port()));
      advertised.append(",%s://127.0.0.1:%d".formatted(each.name(), each.advertised()));
      protocols.append(",%s:PLAINTEXT".formatted(each.name()));
    }
    settings.put("listeners", listeners.toString());
    settings.put("advertised.listeners", advertised.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
    return settings;
  }
}
