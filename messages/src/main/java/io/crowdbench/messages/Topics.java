package io.crowdbench.messages;

import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.messages.provisioning.BundleEvent;
import io.crowdbench.messages.provisioning.SlaveCommand;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.TunnelEvent;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.sample.SampleMessage;
import java.util.List;
import java.util.Map;

/// The map of all topics: what is on each, keyed by what, written and read by whom.
///
/// Names are a public contract and carry their version. Every service makes sure at its start that
/// all of them exist as described here.
public final class Topics {

  public static final String SLAVE_COMMANDS = "crowdbench.slave-commands.v1";
  public static final String SLAVE_EVENTS = "crowdbench.slave-events.v1";
  public static final String BUNDLE_EVENTS = "crowdbench.bundle-events.v1";
  public static final String TUNNEL_EVENTS = "crowdbench.tunnel-events.v1";
  public static final String AGENT_COMMANDS = "crowdbench.agent-commands.v1";
  public static final String AGENT_EVENTS = "crowdbench.agent-events.v1";
  public static final String RUN_EVENTS = "crowdbench.run-events.v1";
  public static final String SAMPLES = "crowdbench.samples.v1";
  public static final String DEBUG_LOGS = "crowdbench.debug-logs.v1";
  public static final String RESULTS = "crowdbench.results.v1";

  /// Where a reader puts a message it cannot understand: the topic's name with this behind it.
  public static final String DEAD = ".dead";

  /// One topic.
  ///
  /// @param name its name in Kafka
  /// @param message the family of messages on it
  /// @param key what the messages are keyed by
  /// @param partitions how many partitions it is made with
  /// @param config topic settings that differ from the broker's
  public record Topic(
      String name,
      Class<? extends Message> message,
      String key,
      List<String> writers,
      List<String> readers,
      int partitions,
      Map<String, String> config) {}

  /// All topics. Only `samples`, `debug-logs` and `results` carry volume; they are spread by run,
  /// and samples by slave as well.
  public static final List<Topic> ALL =
      List.of(
          topic(
              SLAVE_COMMANDS,
              SlaveCommand.class,
              "slave",
              List.of("run-service"),
              List.of("provisioner-service"),
              1,
              Map.of()),
          topic(
              SLAVE_EVENTS,
              SlaveEvent.class,
              "slave",
              List.of("provisioner-service"),
              List.of("run-service", "ui", "outside"),
              1,
              // The latest state of a slave is never deleted: a reader that comes late still learns
              // it.
              Map.of("cleanup.policy", "compact")),
          topic(
              BUNDLE_EVENTS,
              BundleEvent.class,
              "bundle",
              List.of("provisioner-service"),
              List.of("run-service", "outside"),
              1,
              Map.of("cleanup.policy", "compact")),
          topic(
              TUNNEL_EVENTS,
              TunnelEvent.class,
              "provisioner",
              List.of("provisioner-service"),
              List.of("run-service", "outside"),
              1,
              Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "86400000")),
          topic(
              AGENT_COMMANDS,
              AgentCommand.class,
              "slave",
              List.of("run-service"),
              List.of("agent"),
              1,
              // The broker's time, for run-service to learn its clock by.
              Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "86400000")),
          topic(
              AGENT_EVENTS,
              AgentEvent.class,
              "slave",
              List.of("agent"),
              List.of("run-service", "provisioner-service", "ui", "outside"),
              // One partition has one leader, and so one clock for every agent to measure its own
              // against.
              1,
              Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "86400000")),
          topic(
              RUN_EVENTS,
              RunEvent.class,
              "run",
              List.of("run-service"),
              List.of("results-service", "ui", "outside"),
              1,
              Map.of("retention.ms", "-1")),
          topic(
              SAMPLES,
              SampleMessage.class,
              "run and slave",
              List.of("agent"),
              List.of("results-service", "outside"),
              6,
              Map.of()),
          topic(
              DEBUG_LOGS,
              DebugMessage.class,
              "run",
              List.of("agent"),
              List.of("results-service", "ui", "outside"),
              6,
              Map.of()),
          topic(
              RESULTS,
              Result.class,
              "run",
              List.of("results-service"),
              List.of("ui", "outside"),
              6,
              Map.of()));

  private Topics() {}

  /// The topic that a message belongs on.
  public static Topic of(Message message) {
    return ALL.stream()
        .filter(topic -> topic.message().isInstance(message))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no topic has " + message.getClass()));
  }

  private static Topic topic(
      String name,
      Class<? extends Message> message,
      String key,
      List<String> writers,
      List<String> readers,
      int partitions,
      Map<String, String> config) {
    return new Topic(name, message, key, writers, readers, partitions, config);
  }
}
