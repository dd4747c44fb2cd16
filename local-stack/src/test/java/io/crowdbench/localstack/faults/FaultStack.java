package io.crowdbench.localstack.faults;

import static org.awaitility.Awaitility.await;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.BundlesApi;
import io.crowdbench.api.PlansApi;
import io.crowdbench.api.RunsApi;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.embedded.TargetSite;
import io.crowdbench.localstack.FreePorts;
import io.crowdbench.localstack.SharedClassPath;
import io.crowdbench.localstack.StackSettings;
import io.crowdbench.localstack.demo.Api;
import io.crowdbench.provisioner.ProvisionerService;
import io.crowdbench.results.ResultsService;
import io.crowdbench.runs.RunService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// A whole Crowdbench whose parts can be taken away one by one: database, broker and services are
/// processes of their own, and so are agents and runners. The site is in this JVM, so that its
/// counter is at hand whatever else is dead.
final class FaultStack implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final StackSettings settings;

  /// Of the services: complete once the database is there.
  private final Map<String, String> environment = new HashMap<>();

  private final TargetSite site;
  private final Optional<SmallDisk> kafkaDisk;
  private final DatabasePart postgres;
  private final JavaPart kafka;
  private final SlaveNetwork network;
  private final JavaPart provisionerService;
  private final JavaPart runService;
  private final JavaPart resultsService;
  private final FaultSlaves slaves;
  private boolean keepsData;
  private boolean closed;

  private FaultStack(StackSettings settings) throws IOException {
    this.settings = settings;
    Files.createDirectories(logs());
    site = TargetSite.start("0.0.0.0", settings.site());
    postgres = new DatabasePart(settings.data().resolve("postgres"), settings.postgres());
    var agentsPort = FreePorts.one();
    network = new SlaveNetwork(agentsPort, this::slaveOfPort);
    var kafkaData = settings.data().resolve("kafka");
    kafkaDisk = SmallDisk.tryAt(kafkaData);
    kafka =
        new JavaPart(
            "kafka",
            List.of(
                BrokerProcess.class.getName(),
                kafkaData.resolve("broker").toString(),
                String.valueOf(settings.kafka()),
                String.valueOf(agentsPort),
                String.valueOf(network.port())),
            Map.of(),
            logs(),
            printed -> printed.contains(BrokerProcess.UP));
    provisionerService =
        service("provisioner-service", ProvisionerService.class, settings.provisioner());
    runService = service("run-service", RunService.class, settings.runs());
    resultsService = service("results-service", ResultsService.class, settings.results());
    slaves = new FaultSlaves(settings, new SlavesApi(client("slaves", settings.provisioner())));
  }

  static FaultStack start() {
    try {
      var data = Files.createTempDirectory("crowdbench-faults");
      var stack = new FaultStack(FreePorts.settings(data));
      // A test run that is broken off leaves nothing behind either.
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      stack.startParts();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startParts() {
    try {
      kafka.launch();
      postgres.start();
      describe();
      kafka.awaitUp();
      startServices();
      slaves.start();
    } catch (IOException | RuntimeException | Error e) {
      keepData();
      close();
      throw new IllegalStateException(
          "The stack did not start; the logs of its parts are in " + logs() + ".", e);
    }
  }

  private void describe() {
    var broker = "127.0.0.1:" + settings.kafka();
    environment.put("CROWDBENCH_DATA", settings.data().resolve("services").toString());
    environment.put("CROWDBENCH_KAFKA", broker);
    environment.put("CROWDBENCH_AGENTS_KAFKA", "127.0.0.1:" + network.port());
    environment.put("CROWDBENCH_DATABASE_URL", postgres.server().url());
    environment.put("CROWDBENCH_DATABASE_USER", postgres.server().user());
    environment.put("CROWDBENCH_DATABASE_PASSWORD", postgres.server().password());
    environment.put("CROWDBENCH_BIND", "127.0.0.1");
  }

  private JavaPart service(String name, Class<?> type, int port) {
    return new JavaPart(
        name,
        List.of(
            type.getName(),
            "--server.port=" + port,
            "--spring.servlet.multipart.enabled=true",
            "--spring.autoconfigure.exclude=" + String.join(",", SharedClassPath.NOT_IN_SERVICES)),
        environment,
        logs(),
        _ -> Health.isUp(port));
  }

  /// At once: database, broker and services. Slaves are other machines.
  void kill() {
    services().forEach(Part::kill);
    kafka.kill();
    postgres.kill();
  }

  /// What lies there from before goes on.
  void startAgain() {
    kafka.launch();
    postgres.start();
    kafka.awaitUp();
    startServices();
  }

  private List<JavaPart> services() {
    return List.of(provisionerService, runService, resultsService);
  }

  /// Side by side.
  private void startServices() {
    services().forEach(JavaPart::launch);
    services().forEach(JavaPart::awaitUp);
  }

  DatabasePart postgres() {
    return postgres;
  }

  JavaPart kafka() {
    return kafka;
  }

  /// What Kafka writes to; empty unless tests may make one.
  Optional<SmallDisk> kafkaDisk() {
    return kafkaDisk;
  }

  JavaPart provisionerService() {
    return provisionerService;
  }

  JavaPart runService() {
    return runService;
  }

  JavaPart resultsService() {
    return resultsService;
  }

  /// Between slaves and Kafka.
  SlaveNetwork network() {
    return network;
  }

  private Optional<Integer> slaveOfPort(int port) {
    return slaves.ofPort(port);
  }

  FaultSlaves slaves() {
    return slaves;
  }

  TargetSite site() {
    return site;
  }

  BundlesApi bundles() {
    return new BundlesApi(client("provisioner-service", settings.provisioner()));
  }

  PlansApi plans() {
    return new PlansApi(client("run-service", settings.runs()));
  }

  RunsApi runs() {
    return new RunsApi(client("run-service", settings.runs()));
  }

  Api results() {
    return new Api("http://127.0.0.1:" + settings.results());
  }

  private static ApiClient client(String server, int port) {
    return new ApiClient(server, URI.create("http://127.0.0.1:" + port), TIMEOUT);
  }

  Path logs() {
    return settings.data().resolve("logs");
  }

  /// Makes good what a test has left: the next one finds everything up.
  void heal() {
    network.heal();
    postgres.heal();
    kafkaDisk.ifPresent(SmallDisk::makeRoom);
    kafka.heal();
    services().forEach(Part::heal);
    slaves.heal();
    runs().underWay(100).orThrow().entries().forEach(run -> runs().stop(run.id()));
    await("no run under way")
        .atMost(TIMEOUT)
        .until(() -> runs().underWay(1).orThrow().entries().isEmpty());
  }

  /// For a person to look into.
  void keepData() {
    keepsData = true;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      slaves.close();
      network.close();
      kill();
      site.close();
      if (kafkaDisk.isPresent()) {
        kafkaDisk.get().close();
      }
      if (!keepsData) {
        FileSystemUtils.deleteRecursively(settings.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
