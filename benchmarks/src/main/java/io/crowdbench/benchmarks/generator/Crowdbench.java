package io.crowdbench.benchmarks.generator;

import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerJvm;
import io.crowdbench.benchmarks.actions.Get;
import io.crowdbench.benchmarks.actions.Idle;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Our own: a real action in a bundle, carried by a real runner that records and publishes to a
/// real Kafka.
public final class Crowdbench implements Generator {

  private static final String HEAP = "512m";

  private final String brokers;

  public Crowdbench(String brokers) {
    this.brokers = brokers;
  }

  @Override
  public String name() {
    return "Crowdbench";
  }

  @Override
  public Optional<String> prepare() {
    return Optional.empty();
  }

  @Override
  public RunnerProcess start(Load load, Path folder) throws IOException, InterruptedException {
    var closed = (Load.Closed) load;
    var step = new ShareStep(load.time().toMillis(), Map.of("Get", closed.users()));
    return start(load, folder, List.of(step), closed.users());
  }

  /// Carries any steps.
  public RunnerProcess start(Load load, Path folder, List<ShareStep> steps, int users)
      throws IOException, InterruptedException {
    var bundle = BenchBundle.write(folder.resolve("bundle.jar"), List.of(Get.class, Idle.class));
    var target = load.address().toString();
    var share =
        new RunShare(bundle.toString(), target, 1, 0, users, steps, 5_000, Bounds.NONE, List.of());
    var run = "bench-" + UUID.randomUUID();
    var setUp = new RunnerCommand.SetUp(run, "slave", 1, brokers, folder.toString(), share);
    return RunnerProcess.start(RunnerJvm.command(HEAP), setUp, folder);
  }
}
