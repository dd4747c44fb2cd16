package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Jvm;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.RunnerHealth;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.messages.sample.Series;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/// Sends what so many slaves would: each a batch a second, all just after the second is over, as
/// real ones do.
final class SimulatedSlaves {

  /// Latencies in a series and second.
  static final int VALUES = 30;

  private static final int SERIES = 20;
  private static final int SHAPES = 200;

  private final String run;
  private final int slaves;
  private final KafkaProducer<String, byte[]> producer;
  private final JsonMapper json = JsonMapper.shared();
  private final List<String> histograms = new ArrayList<>();
  private final Random random = new Random(7);

  private SimulatedSlaves(String brokers, String run, int slaves) {
    this.run = run;
    this.slaves = slaves;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "max.in.flight.requests.per.connection",
                1,
                "compression.type",
                "lz4",
                "buffer.memory",
                256L << 20),
            new StringSerializer(),
            new ByteArraySerializer());
    for (int i = 0; i < SHAPES; i++) {
      histograms.add(histogram());
    }
  }

  /// Starts them in a process of their own, beside what is measured.
  ///
  /// @param startMillis second 0, of the epoch
  static Process start(String brokers, String run, int slaves, long startMillis, int seconds)
      throws IOException {
    return Jvm.start(
        Cores.SITE,
        SimulatedSlaves.class,
        1_024,
        List.of(
            brokers,
            run,
            Integer.toString(slaves),
            Long.toString(startMillis),
            Integer.toString(seconds)));
  }

  /// @param args broker, run, slaves, start in milliseconds of the epoch, seconds
  public static void main(String[] args) throws InterruptedException {
    var all = new SimulatedSlaves(args[0], args[1], Integer.parseInt(args[2]));
    all.send(Long.parseLong(args[3]), Integer.parseInt(args[4]));
    System.exit(0);
  }

  private void send(long startMillis, int seconds) throws InterruptedException {
    for (int second = 0; second < seconds; second++) {
      long due = startMillis + 1_000L * (second + 1);
      // A slave's record comes within a tenth of a second after the second is over.
      for (int slave = 0; slave < slaves; slave++) {
        long wait = due + 100L * slave / slaves - System.currentTimeMillis();
        if (wait > 0) {
          Thread.sleep(wait);
        }
        send(batch(slave, second));
      }
    }
    for (int slave = 0; slave < slaves; slave++) {
      send(end(slave, seconds));
    }
    producer.close();
  }

  private void send(SampleMessage message) {
    producer.send(
        new ProducerRecord<>(Topics.SAMPLES, message.key(), json.writeValueAsBytes(message)));
  }

  private SampleBatch batch(int slave, int second) {
    var series = new ArrayList<Series>();
    for (int i = 0; i < SERIES; i++) {
      var kind = i % 5 == 4 ? Kind.TRANSACTION : Kind.OPERATION;
      var action = "Action" + i / 5;
      series.add(
          new Series(
              kind,
              action,
              kind == Kind.TRANSACTION ? action : "GET /page-" + i + "/{id}",
              Outcome.PASSED,
              VALUES,
              VALUES * 420L,
              VALUES * 9_800L,
              histograms.get(random.nextInt(SHAPES)),
              null));
    }
    return new SampleBatch(
        SampleBatch.SCHEMA,
        Instant.now(),
        run,
        id(slave),
        1,
        second,
        second,
        -0.31,
        0.42,
        List.of(new ActionUsers("Action0", 25, 3), new ActionUsers("Action1", 25, 2)),
        series,
        List.of(),
        Dropped.NOTHING,
        new RunnerHealth(0.31, 0.42, 2, 310, 31_457_280, 64, 20_000L, 312L, 28_232L, 850L, 0.0),
        List.of());
  }

  private EndOfStream end(int slave, int seconds) {
    long transactions = (long) SERIES / 5 * VALUES * seconds;
    return new EndOfStream(
        SampleBatch.SCHEMA,
        Instant.now(),
        run,
        id(slave),
        1,
        seconds,
        new FinalCounters(
            new OutcomeCounts(4 * transactions, 0, 0),
            new OutcomeCounts(transactions, 0, 0),
            seconds));
  }

  /// Id of a slave, from 0.
  static String id(int slave) {
    return "00000000-0000-4000-8000-%012d".formatted(slave);
  }

  /// Latencies about 30 ms, from 5 to 200.
  private String histogram() {
    var histogram = new Histogram(3);
    for (int i = 0; i < VALUES; i++) {
      histogram.recordValue((long) (30_000 * Math.exp(0.6 * random.nextGaussian())));
    }
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
