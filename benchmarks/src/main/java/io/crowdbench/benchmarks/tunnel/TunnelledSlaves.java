package io.crowdbench.benchmarks.tunnel;

import io.crowdbench.agent.tunnel.KafkaAccess;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.embedded.EmbeddedSlave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Many slaves on one SSH server, each with a folder of its own, that send a record a second
/// through their tunnels, as large as that of a runner with 20 series. A process of its own.
final class TunnelledSlaves {

  static final String USER = "bench";
  static final String PASSWORD = "bench";

  /// Not measured by anybody else.
  static final String TOPIC = "tunnel-bench";

  /// A batch of 20 series with 30 latencies each as it is on the wire.
  static final int RECORD_BYTES = 20_000;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private TunnelledSlaves() {}

  static Path folder(Path home, int slave) {
    return home.resolve("slave-" + slave);
  }

  /// Writes its SSH port, waits for all tunnels, and then sends until it is ended.
  ///
  /// @param args home, slaves, brokers
  public static void main(String[] args) throws IOException, InterruptedException {
    var home = Path.of(args[0]);
    int slaves = Integer.parseInt(args[1]);
    for (int i = 0; i < slaves; i++) {
      Files.createDirectories(folder(home, i));
    }
    try (var server = EmbeddedSlave.start(home, 0, USER, PASSWORD)) {
      System.out.println(server.port());
      var files = new ArrayList<Path>();
      for (int i = 0; i < slaves; i++) {
        files.add(folder(home, i).resolve("tunnel.properties"));
      }
      if (!Waiting.until(PATIENCE, () -> files.stream().allMatch(Files::exists))) {
        throw new IOException("not all tunnels were opened");
      }
      send(files, args[2]);
    }
  }

  private static void send(List<Path> tunnels, String brokers) throws InterruptedException {
    var producers = new ArrayList<KafkaProducer<byte[], byte[]>>();
    for (var tunnel : tunnels) {
      producers.add(producer(KafkaAccess.to(brokers, tunnel.toString()).addresses()));
    }
    var random = new Random(3);
    var record = new byte[RECORD_BYTES];
    random.nextBytes(record);
    long due = System.currentTimeMillis();
    while (true) {
      for (int i = 0; i < producers.size(); i++) {
        long wait = due + 1_000L * i / producers.size() - System.currentTimeMillis();
        if (wait > 0) {
          Thread.sleep(wait);
        }
        producers.get(i).send(new ProducerRecord<>(TOPIC, record));
      }
      due += 1_000;
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String brokers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", brokers, "acks", "all", "buffer.memory", 1L << 20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
