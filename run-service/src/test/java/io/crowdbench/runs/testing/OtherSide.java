package io.crowdbench.runs.testing;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// Everyone run-service talks with: tells what they would tell, hears what it tells.
public final class OtherSide implements AutoCloseable {

  public static final long EPOCH = 5;

  private final JsonMapper json = JsonMapper.shared();
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Message> heard = new ArrayList<>();
  private final List<String> alive = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor();

  public OtherSide(String brokers) {
    this.producer =
        new KafkaProducer<>(
            // One at a time: the topics were just made (KAFKA-15591).
            Map.of("bootstrap.servers", brokers, "max.in.flight.requests.per.connection", 1),
            new StringSerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        Topics.ALL.stream()
            .flatMap(topic -> partitions(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var _ = hearts.scheduleAtFixedRate(this::beat, 0, 500, TimeUnit.MILLISECONDS);
  }

  /// A topic that has just been made is known to its broker only a moment later.
  private List<PartitionInfo> partitions(String topic) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> consumer.partitionsFor(topic), found -> !found.isEmpty());
  }

  private void beat() {
    alive.forEach(
        slave -> tell(new AgentHeartbeat(1, Instant.now(), slave, EPOCH, 0, 1, 0.1, 1, null)));
  }

  public void tell(Message message) {
    var topic =
        Topics.ALL.stream().filter(t -> t.message().isInstance(message)).findFirst().orElseThrow();
    producer.send(
        new ProducerRecord<>(topic.name(), message.key(), json.writeValueAsBytes(message)));
    producer.flush();
  }

  public void uploadBundle(String hash, List<String> actions, int userIds) {
    tell(new BundleUploaded(1, Instant.now(), hash, "shop", actions, userIds));
  }

  /// A slave with that id and name whose agent runs and beats.
  public void readySlave(String slave) {
    tell(new SlaveChanged(1, Instant.now(), state(slave)));
    alive.add(slave);
  }

  public static SlaveState state(String slave) {
    return new SlaveState(slave, slave, "127.0.0.1", 22, SlaveStage.READY, EPOCH, List.of());
  }

  /// Delivers the bundle as soon as it is asked for.
  public void deliver(String slave, String run) {
    await(DeliverBundle.class, d -> d.run().equals(run) && d.slave().equals(slave));
    tell(new BundleDelivered(1, Instant.now(), state(slave), run, "hash-1", "/bundle.jar"));
  }

  /// Brings a run of one slave to where its load is on.
  public void carry(String slave, String run) {
    deliver(slave, run);
    await(PrepareRun.class, p -> p.run().equals(run));
    tell(new RunnerReady(1, Instant.now(), slave, EPOCH, run));
    await(StartRun.class, s -> s.run().equals(run));
    tell(new RunnerStarted(1, Instant.now(), slave, EPOCH, run, 0, 1));
    await(RunSlaveStarted.class, s -> s.run().equals(run));
  }

  public void finish(String slave, String run) {
    tell(
        new RunnerFinished(
            1,
            Instant.now(),
            slave,
            EPOCH,
            run,
            new FinalCounters(new OutcomeCounts(9, 1, 0), new OutcomeCounts(5, 0, 0), 3),
            null));
  }

  /// Waits for the first such message, from the beginning of time on.
  public <M extends Message> M await(Class<M> type, Predicate<M> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> first(type, wanted) != null);
    return Objects.requireNonNull(first(type, wanted));
  }

  private <M extends Message> M first(Class<M> type, Predicate<M> wanted) {
    for (var entry : consumer.poll(Duration.ofMillis(50))) {
      var topic =
          Topics.ALL.stream().filter(t -> t.name().equals(entry.topic())).findFirst().orElseThrow();
      heard.add(json.readValue(entry.value(), topic.message()));
    }
    return heard.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    hearts.shutdownNow();
    consumer.close();
    producer.close();
  }
}
