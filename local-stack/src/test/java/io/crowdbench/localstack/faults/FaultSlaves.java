package io.crowdbench.localstack.faults;

import static org.awaitility.Awaitility.await;

import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.localstack.StackSettings;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Three slaves: their SSH servers are in this JVM, their agents and runners are processes that
/// outlive it.
final class FaultSlaves implements AutoCloseable {

  static final int COUNT = 3;

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final Set<SlaveStage> OVER = EnumSet.of(SlaveStage.STOPPED, SlaveStage.UNUSABLE);
  private static final String USER = "crowd";
  private static final String PASSWORD = "fault-campaign";

  private final StackSettings settings;
  private final SlavesApi api;
  private final List<EmbeddedSlave> servers = new ArrayList<>();
  private Optional<SmallDisk> disk = Optional.empty();

  FaultSlaves(StackSettings settings, SlavesApi api) {
    this.settings = settings;
    this.api = api;
  }

  void start() throws IOException {
    disk = SmallDisk.tryAt(home(COUNT));
    for (int number = 1; number <= COUNT; number++) {
      servers.add(EmbeddedSlave.start(home(number), settings.slave(number), USER, PASSWORD));
      var slave =
          new SlaveRegistration(
              name(number), "127.0.0.1", settings.slave(number), USER, PASSWORD, null, null);
      api.deploy(api.register(slave).orThrow().id()).orThrow();
    }
    makeReady();
  }

  /// What the last slave writes to; empty unless tests may make one.
  Optional<SmallDisk> disk() {
    return disk;
  }

  static String name(int number) {
    return "slave-" + number;
  }

  SlavesApi api() {
    return api;
  }

  SlaveView view(int number) {
    return view(name(number));
  }

  SlaveView view(String name) {
    return api.all().orThrow().stream()
        .filter(slave -> slave.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// By itself: nobody deploys.
  void awaitReady() {
    await("slaves").atMost(TIMEOUT).ignoreExceptions().until(this::areReady);
  }

  private boolean areReady() {
    return IntStream.rangeClosed(1, COUNT).allMatch(number -> findAgent(number).isPresent())
        && api.all().orThrow().stream().allMatch(SlaveView::ready);
  }

  /// Another agent has come after a dead one, by nobody's doing, and people are told.
  void awaitNextAgent(int number) {
    awaitReady();
    await("the note that it was started again")
        .atMost(TIMEOUT)
        .until(() ->
            view(number).problems().stream().anyMatch(it -> it.contains("was started again")));
  }

  /// Whatever a test has left.
  void heal() {
    disk.ifPresent(SmallDisk::makeRoom);
    IntStream.rangeClosed(1, COUNT).forEach(this::resume);
    makeReady();
  }

  /// On a machine that is very busy an agent may take longer to be heard than its deployment waits.
  private void makeReady() {
    await("slaves that are made ready")
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> {
          for (var slave : api.all().orThrow()) {
            if (OVER.contains(slave.stage())) {
              api.deploy(slave.id()).orThrow();
            }
          }
          return areReady();
        });
  }

  ProcessHandle agent(int number) {
    return findAgent(number).orElseThrow();
  }

  /// The processes of the agent's run.
  List<ProcessHandle> runner(int number) {
    return agent(number).descendants().toList();
  }

  /// The number of the slave whose agent or runner has that local port.
  Optional<Integer> ofPort(int port) {
    return IntStream.rangeClosed(1, COUNT)
        .filter(number -> PortOwner.isOneOf(processes(number), port))
        .boxed()
        .findFirst();
  }

  /// By what they were started with: an agent that has just been started has not written down who
  /// it is, and a runner may have outlived its agent.
  private Stream<ProcessHandle> processes(int number) {
    var home = home(number).toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(home));
  }

  /// The whole slave stands still.
  void pause(int number) {
    Signals.pause(Signals.family(agent(number)));
  }

  void resume(int number) {
    findAgent(number).map(Signals::family).ifPresent(Signals::resume);
  }

  private Path home(int number) {
    return settings.data().resolve("slaves").resolve(name(number));
  }

  private Optional<ProcessHandle> findAgent(int number) {
    var file = home(number).resolve(".crowdbench").resolve("agent.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
              .filter(ProcessHandle::isAlive)
              .filter(
                  agent -> agent.info().commandLine().orElse("").contains(home(number).toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (int number = 1; number <= COUNT; number++) {
      findAgent(number).map(Signals::family).ifPresent(Signals::kill);
    }
    for (var server : servers) {
      server.close();
    }
    if (disk.isPresent()) {
      disk.get().close();
    }
  }
}
