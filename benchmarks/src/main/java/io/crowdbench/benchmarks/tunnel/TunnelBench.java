package io.crowdbench.benchmarks.tunnel;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Jvm;
import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.benchmarks.services.ServiceProcess;
import io.crowdbench.benchmarks.services.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// A real provisioner-service with so many tunnels, each of which carries what a slave with 20
/// series says in a second.
public final class TunnelBench {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private final Path home;
  private final Path folder;
  private final Duration measured;

  /// @param measured after the warm-up
  public TunnelBench(Path home, Path folder, Duration measured) {
    this.home = home;
    this.folder = folder;
    this.measured = measured;
  }

  /// Returns the table.
  public String run(List<Integer> sizes) throws IOException, InterruptedException {
    var table =
        new StringBuilder(
            """
            | slaves | from starting the service to all tunnels open | carried per second | CPU of provisioner-service, cores | per slave-second, ms | its memory, MB |
            |---|---|---|---|---|---|
            """);
    for (int slaves : sizes) {
      table.append(measure(slaves));
    }
    return table.toString();
  }

  private String measure(int slaves) throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "tunnels-");
    var hosts = Files.createDirectories(work.resolve("hosts"));
    try (var surroundings = new Surroundings(work)) {
      var brokers = surroundings.brokers();
      makeTopic(brokers);
      var machines =
          Jvm.start(
              Cores.SITE,
              TunnelledSlaves.class,
              1_024,
              List.of(hosts.toString(), Integer.toString(slaves), brokers));
      try {
        register(slaves, port(machines), hosts, surroundings, work);
        long began = System.nanoTime();
        try (var service = start(surroundings, work)) {
          Waiting.until(PATIENCE, () -> haveTunnels(hosts, slaves));
          double opened = (System.nanoTime() - began) / 1e9;
          return row(slaves, opened, service, brokers);
        }
      } finally {
        machines.destroyForcibly().waitFor();
      }
    }
  }

  private String row(int slaves, double opened, ServiceProcess service, String brokers)
      throws InterruptedException {
    Waiting.sleep(WARM_UP);
    var before = Usage.of(service.handle());
    long records = records(brokers);
    Waiting.sleep(measured);
    var after = Usage.of(service.handle());
    double carried = (records(brokers) - records) / (double) measured.toSeconds();
    double cpu = (after.cpu().toMillis() - before.cpu().toMillis()) / (double) measured.toMillis();
    return "| %,d | %.1f s | %.2f MB | %.3f | **%.2f** | %d |%n"
        .formatted(
            slaves,
            opened,
            carried * TunnelledSlaves.RECORD_BYTES / 1e6,
            cpu,
            cpu * 1_000 / carried,
            after.residentBytes() / 1_000_000);
  }

  /// As if their agents had been started.
  private void register(int slaves, int port, Path hosts, Surroundings surroundings, Path work)
      throws IOException, InterruptedException {
    try (var service = start(surroundings, work)) {
      var api = new SlavesApi(new ApiClient("the service", service.address(), PATIENCE));
      for (int i = 0; i < slaves; i++) {
        api.register(
                new SlaveRegistration(
                    "slave-" + i,
                    "127.0.0.1",
                    port,
                    TunnelledSlaves.USER,
                    TunnelledSlaves.PASSWORD,
                    null,
                    TunnelledSlaves.folder(hosts, i).toString()))
            .orThrow();
      }
    }
    surroundings.number(
        "with changed as (update provisioner.slave set tunnelled = true returning 1) select count(*) from changed");
  }

  private ServiceProcess start(Surroundings surroundings, Path work)
      throws IOException, InterruptedException {
    return ServiceProcess.start(
        home,
        "provisioner-service",
        "io.crowdbench.provisioner.ProvisionerService",
        surroundings,
        work,
        List.of());
  }

  private static void makeTopic(String brokers) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .createTopics(List.of(new NewTopic(TunnelledSlaves.TOPIC, 1, (short) 1)))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }

  private static int port(Process machines) throws IOException {
    var output =
        new BufferedReader(
            new InputStreamReader(machines.getInputStream(), StandardCharsets.UTF_8));
    return Integer.parseInt(output.readLine());
  }

  private static boolean haveTunnels(Path hosts, int slaves) {
    for (int i = 0; i < slaves; i++) {
      if (!Files.exists(TunnelledSlaves.folder(hosts, i).resolve("tunnel.properties"))) {
        return false;
      }
    }
    return true;
  }

  private static long records(String brokers) {
    var partition = new TopicPartition(TunnelledSlaves.TOPIC, 0);
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .offset();
    }
  }
}
