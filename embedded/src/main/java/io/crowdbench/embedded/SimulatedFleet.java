package io.crowdbench.embedded;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RenewLease;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveCommand;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/// Any number of slaves without machines, over a real broker: one thread answers what their agents
/// and the provisioner would, at once, and lets each agent's heart beat once a second.
public final class SimulatedFleet implements AutoCloseable {

  /// The start of every agent.
  public static final long EPOCH = 1;

  private static final List<TopicPartition> COMMANDS =
      List.of(
          new TopicPartition(Topics.AGENT_COMMANDS, 0),
          new TopicPartition(Topics.SLAVE_COMMANDS, 0));

  private final List<String> slaves;
  private final JsonMapper json = JsonMapper.shared();
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, String> runs = new ConcurrentHashMap<>();
  private final Map<String, Instant> starts = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("fleet").daemon().unstarted(this::work);
  private volatile boolean ends;
  private volatile long beats;

  /// @param slaves their ids, which are their names, too
  public SimulatedFleet(String brokers, List<String> slaves) {
    this.slaves = List.copyOf(slaves);
    this.producer =
        new KafkaProducer<>(
            // One at a time: the topics may just have been made (KAFKA-15591).
            Map.of("bootstrap.servers", brokers, "max.in.flight.requests.per.connection", 1),
            new StringSerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(COMMANDS);
    consumer.seekToEnd(COMMANDS);
    COMMANDS.forEach(consumer::position);
  }

  /// Publishes the slaves, all ready, and begins to answer and to beat.
  public void start() {
    slaves.forEach(slave -> send(new SlaveChanged(Message.SCHEMA, Instant.now(), state(slave))));
    producer.flush();
    thread.start();
  }

  /// Publishes a bundle of that name, which is its hash, too.
  public void uploadBundle(String name, List<String> actions, int userIds) {
    send(new BundleUploaded(Message.SCHEMA, Instant.now(), name, name, actions, userIds));
    producer.flush();
  }

  /// How many of them were told when to start a run.
  public int started(String run) {
    return (int) starts.keySet().stream().filter(key -> key.endsWith(" " + run)).count();
  }

  /// Their hearts' beats since the start.
  public long beats() {
    return beats;
  }

  private void work() {
    try {
      long begin = System.nanoTime();
      while (!ends) {
        for (var entry : consumer.poll(Duration.ofMillis(20))) {
          if (entry.topic().equals(Topics.AGENT_COMMANDS)) {
            answer(json.readValue(entry.value(), AgentCommand.class));
          } else {
            answer(json.readValue(entry.value(), SlaveCommand.class));
          }
        }
        // One after the other, all within each second.
        long due = (System.nanoTime() - begin) * slaves.size() / 1_000_000_000;
        while (beats < due) {
          beat(slaves.get((int) (beats % slaves.size())));
          beats++;
        }
      }
    } catch (WakeupException e) {
      // It is closed.
    } finally {
      consumer.close();
      producer.close();
    }
  }

  private void beat(String slave) {
    send(
        new AgentHeartbeat(
            Message.SCHEMA,
            Instant.now(),
            slave,
            EPOCH,
            0.2,
            0.8,
            0.1,
            30_000_000,
            runs.get(slave)));
  }

  private void answer(AgentCommand command) {
    var now = Instant.now();
    switch (command) {
      case PrepareRun prepare -> {
        runs.put(prepare.slave(), prepare.run());
        send(new RunnerReady(Message.SCHEMA, now, prepare.slave(), EPOCH, prepare.run()));
      }
      case StartRun start -> {
        if (starts.put(start.slave() + " " + start.run(), start.startAt()) == null) {
          send(new RunnerStarted(Message.SCHEMA, now, start.slave(), EPOCH, start.run(), 0.5, 1.0));
        }
      }
      case StopRun stop -> {
        if (runs.remove(stop.slave(), stop.run())) {
          send(
              new RunnerFinished(
                  Message.SCHEMA, now, stop.slave(), EPOCH, stop.run(), counters(), null));
        }
      }
      case ChangeLoad _, RenewLease _ -> {
        // They carry no load.
      }
    }
  }

  private static FinalCounters counters() {
    return new FinalCounters(new OutcomeCounts(9, 1, 0), new OutcomeCounts(5, 0, 0), 3);
  }

  private void answer(SlaveCommand command) {
    switch (command) {
      case DeliverBundle deliver ->
          send(
              new BundleDelivered(
                  Message.SCHEMA,
                  Instant.now(),
                  state(deliver.slave()),
                  deliver.run(),
                  deliver.bundle(),
                  "/bundles/" + deliver.bundle() + ".jar"));
      case CleanUpRun _ -> {
        // They keep nothing.
      }
    }
  }

  private static SlaveState state(String slave) {
    return new SlaveState(slave, slave, "127.0.0.1", 22, SlaveStage.READY, EPOCH, List.of());
  }

  private void send(Message message) {
    producer.send(
        new ProducerRecord<>(
            Topics.of(message).name(), message.key(), json.writeValueAsBytes(message)));
  }

  @Override
  public void close() {
    ends = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
