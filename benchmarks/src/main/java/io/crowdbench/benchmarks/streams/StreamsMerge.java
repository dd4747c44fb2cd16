package io.crowdbench.benchmarks.streams;

import static java.util.Objects.requireNonNull;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The same two steps as results-service's, as a topology: slaves' seconds are kept and added up
/// per partition, then per run; exactly once. State is in RocksDB and in changelog topics.
final class StreamsMerge {

  private static final String PARTS = "prototype.parts";
  private static final Duration FLUSH = Duration.ofMillis(300);
  private static final JsonMapper JSON = JsonMapper.shared();

  private StreamsMerge() {}

  /// @param args broker, folder for its state
  public static void main(String[] args) throws Exception {
    makeTopics(args[0]);
    var settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "prototype",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            args[0],
            StreamsConfig.STATE_DIR_CONFIG,
            args[1],
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            FLUSH.toMillis(),
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            2,
            "auto.offset.reset",
            "earliest"));
    var streams = new KafkaStreams(topology(), settings);
    streams.start();
    System.out.println("streams up");
    while (System.in.read() >= 0) {
      // Until the bench lets go.
    }
    System.exit(0);
  }

  private static void makeTopics(String broker) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.SAMPLES, 6, (short) 1),
                  new NewTopic(Topics.RESULTS, 6, (short) 1),
                  new NewTopic(PARTS, 6, (short) 1)))
          .all()
          .get();
    }
  }

  private static Topology topology() {
    return new Topology()
        .addSource("samples", new StringDeserializer(), new ByteArrayDeserializer(), Topics.SAMPLES)
        .addProcessor("take", TakeIn::new, "samples")
        .addStateStore(store(Stores.persistentKeyValueStore("rows")), "take")
        .addStateStore(store(Stores.inMemoryKeyValueStore("parts")), "take")
        .addSink("to-parts", PARTS, new StringSerializer(), new ByteArraySerializer(), "take")
        .addSource("from-parts", new StringDeserializer(), new ByteArrayDeserializer(), PARTS)
        .addProcessor("merge", Merge::new, "from-parts")
        .addStateStore(store(Stores.persistentKeyValueStore("seconds")), "merge")
        .addSink(
            "results", Topics.RESULTS, new StringSerializer(), new ByteArraySerializer(), "merge");
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> store(
      org.apache.kafka.streams.state.KeyValueBytesStoreSupplier kind) {
    return Stores.keyValueStoreBuilder(kind, Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  /// Keeps each slave's second, and adds up those of one partition.
  private static final class TakeIn extends ContextualProcessor<String, byte[], String, byte[]> {

    private @Nullable KeyValueStore<String, byte[]> rows;
    private @Nullable KeyValueStore<String, byte[]> parts;

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
      super.init(context);
      rows = context.getStateStore("rows");
      parts = context.getStateStore("parts");
      context.schedule(FLUSH, PunctuationType.WALL_CLOCK_TIME, this::flush);
    }

    @Override
    public void process(Record<String, byte[]> entry) {
      if (JSON.readValue(entry.value(), SampleMessage.class) instanceof SampleBatch batch) {
        var parts = requireNonNull(this.parts);
        var row = new Sums();
        row.add(batch);
        requireNonNull(rows)
            .put(batch.run() + "|" + batch.second() + "|" + batch.slave(), row.bytes());
        var second = batch.run() + "|" + batch.second();
        var before = parts.get(second);
        var sums = before == null ? new Sums() : Sums.of(before);
        sums.add(row);
        parts.put(second, sums.bytes());
      }
    }

    private void flush(long now) {
      var parts = requireNonNull(this.parts);
      var done = new ArrayList<String>();
      try (var all = parts.all()) {
        all.forEachRemaining(each -> {
          context().forward(new Record<>(each.key, each.value, now));
          done.add(each.key);
        });
      }
      done.forEach(parts::delete);
    }
  }

  /// Adds up the parts of a run's second, and publishes it.
  private static final class Merge extends ContextualProcessor<String, byte[], String, byte[]> {

    private final Set<String> touched = new HashSet<>();
    private @Nullable KeyValueStore<String, byte[]> seconds;

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
      super.init(context);
      seconds = context.getStateStore("seconds");
      context.schedule(FLUSH, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, byte[]> entry) {
      var seconds = requireNonNull(this.seconds);
      var before = seconds.get(entry.key());
      var sums = before == null ? new Sums() : Sums.of(before);
      sums.add(Sums.of(entry.value()));
      seconds.put(entry.key(), sums.bytes());
      touched.add(entry.key());
    }

    private void publish(long now) {
      for (var key : touched) {
        var run = key.substring(0, key.indexOf('|'));
        var sums = Sums.of(requireNonNull(seconds).get(key));
        var merged =
            new SecondMerged(
                Message.SCHEMA,
                Instant.now(),
                run,
                Integer.parseInt(key.substring(run.length() + 1)),
                Result.ALL_SLAVES,
                sums.slaves(),
                List.of(),
                sums.lines());
        context().forward(new Record<>(run, JSON.writeValueAsBytes(merged), now));
      }
      touched.clear();
    }
  }
}
