package io.crowdbench.benchmarks.generator;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerJvm;
import io.crowdbench.benchmarks.actions.Get;
import io.crowdbench.benchmarks.actions.Idle;
import io.crowdbench.benchmarks.actions.Passing;
import io.crowdbench.benchmarks.actions.Session;
import io.crowdbench.benchmarks.actions.Visit;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Spacing;
import io.crowdbench.messages.run.Visitors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Our own: a real action in a bundle, carried by a real runner that records and publishes to a
/// real Kafka.
public final class Crowdbench implements Generator {

  /// As many can be on their way at the same time.
  private static final int VISITORS = 1_000;

  /// Its name where it runs without event loops.
  public static final String WITHOUT_LOOPS = "without loops";

  /// Its name where each user has a session.
  public static final String WITH_A_COOKIE = "with a cookie";

  private final String brokers;
  private final String name;
  private final Class<? extends Action> action;

  private Crowdbench(String brokers, String name, Class<? extends Action> action) {
    this.brokers = brokers;
    this.name = name;
    this.action = action;
  }

  public static Crowdbench usual(String brokers) {
    return new Crowdbench(brokers, "Crowdbench", Get.class);
  }

  /// Each user sends a cookie along.
  public static Crowdbench withACookie(String brokers) {
    return new Crowdbench(brokers, WITH_A_COOKIE, Session.class);
  }

  /// On the scheduler of the JDK, as it runs where there can be no event loops.
  public static Crowdbench withoutLoops(String brokers) {
    return new Crowdbench(brokers, WITHOUT_LOOPS, Get.class);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> prepare() {
    return Optional.empty();
  }

  @Override
  public RunnerProcess start(Load load, Path folder) throws IOException, InterruptedException {
    var millis = load.whole().toMillis();
    var warmUp = (int) load.warmUp().toSeconds();
    return switch (load) {
      case Load.Closed closed -> {
        var step = new ShareStep(millis, Map.of(action.getSimpleName(), closed.users()));
        yield start(load.address(), folder, closed.users(), step, warmUp);
      }
      case Load.Pages pages -> {
        var step = new ShareStep(millis, Map.of("Visit", pages.users()));
        yield start(load.address(), folder, pages.users(), step, warmUp);
      }
      case Load.Open open ->
          start(
              load.address(),
              folder,
              VISITORS,
              arrivals(open.perSecond(), millis, load.warmUp().toMillis() / 3),
              warmUp);
    };
  }

  /// Visitors who come back, each with its connection. The rate grows at first: met by all of it at
  /// once, a runner that is not warm yet would take in as many as it may, who then take turns for
  /// ever.
  private static ShareStep arrivals(int perSecond, long millis, long rampMillis) {
    var even = new ShareArrivals(0, perSecond, Spacing.EVEN, 0);
    return new ShareStep(
        millis, Map.of(), rampMillis, Map.of(), Map.of("Get", even), Map.of(), false);
  }

  /// Carries any step.
  ///
  /// @param warmUp seconds that do not count
  public RunnerProcess start(URI target, Path folder, int users, ShareStep step, int warmUp)
      throws IOException, InterruptedException {
    var bundle =
        BenchBundle.write(
            folder.resolve("bundle.jar"),
            List.of(Get.class, Session.class, Visit.class, Idle.class, Passing.class));
    var share =
        new RunShare(
            bundle.toString(),
            target.toString(),
            1,
            0,
            users,
            List.of(step),
            5_000,
            new Bounds(Map.of(), null, Visitors.RETURNING, users),
            List.of());
    var run = "bench-" + UUID.randomUUID();
    var setUp = new RunnerCommand.SetUp(run, "slave", 1, brokers, null, folder.toString(), share);
    var command = new ArrayList<>(RunnerJvm.command(RunnerJvm.heap(RunnerJvm.AUTO, users), users));
    if (name.equals(WITHOUT_LOOPS)) {
      command.remove(EventLoops.JVM_OPTION);
    }
    return RunnerProcess.start(command, setUp, folder, warmUp);
  }
}
