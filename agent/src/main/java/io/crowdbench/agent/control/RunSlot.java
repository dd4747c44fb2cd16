package io.crowdbench.agent.control;

import io.crowdbench.agent.health.ClockEstimate;
import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RenewLease;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.sample.SampleMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Room for one run. Every command may come twice; the second time it is only answered.
final class RunSlot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunSlot.class);

  /// What a stopped runner may take beyond the time for its users to finish: 2 seconds for those
  /// who do not, the tear-down of the run, the last samples. Less than run-service waits for.
  private static final Duration TO_END = Duration.ofSeconds(25);

  /// What a runner of another run may take to end when its slave is needed.
  private static final Duration TO_GIVE_WAY = Duration.ofSeconds(15);

  private final AgentSettings settings;
  private final ClockEstimate clock;
  private final Consumer<AgentEvent> publish;
  private final Consumer<SampleMessage> publishSample;
  private final ScheduledExecutorService lease =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lease").daemon().factory());

  private @Nullable String run;
  private @Nullable RunnerProcess runner;

  /// How long the run's users may take to finish.
  private Duration drain = Duration.ZERO;

  private boolean stopping;

  /// To be prepared once the present run has ended.
  private @Nullable PrepareRun next;

  /// When somebody was last known to watch over the run, by `System.nanoTime`.
  private long watchedNanos;

  /// Why the load was ended without being asked to.
  private @Nullable String early;

  /// What was published last of the run in the slot, to be published again.
  private @Nullable RunnerEvent latest;

  /// Runs that were here before: a command that comes late must not bring one back.
  private final Set<String> carried = new HashSet<>();

  RunSlot(
      AgentSettings settings,
      ClockEstimate clock,
      Consumer<AgentEvent> publish,
      Consumer<SampleMessage> publishSample) {
    this.settings = settings;
    this.clock = clock;
    this.publish = publish;
    this.publishSample = publishSample;
    var _ = lease.scheduleWithFixedDelay(this::endUnlessWatched, 1, 1, TimeUnit.SECONDS);
  }

  synchronized void prepare(PrepareRun command) {
    if (command.run().equals(run)) {
      publishAgain();
      return;
    }
    if (carried.contains(command.run())) {
      publish.accept(failed(command.run(), "The run was on this slave before and has ended."));
    } else if (runner != null) {
      giveWay(runner, command);
    } else {
      open(command);
    }
  }

  /// A slave carries one run at a time, and who asks for another one knows that this one is over:
  /// its runner ends first.
  private void giveWay(RunnerProcess present, PrepareRun command) {
    if (next == null || !next.run().equals(command.run())) {
      log.info("Run {} gives way to run {}", run, command.run());
      next = command;
      present.send(new RunnerCommand.Stop());
      stopping = true;
      present.endWithin(
          TO_GIVE_WAY,
          "The runner had not ended %d seconds after another run was to be prepared on its slave, so the agent killed it."
              .formatted(TO_GIVE_WAY.toSeconds()));
    }
  }

  private void open(PrepareRun command) {
    if (run != null) {
      carried.add(run);
    }
    run = command.run();
    early = null;
    watchedNanos = System.nanoTime();
    drain = Duration.ofMillis(command.share().drainMillis());
    stopping = false;
    latest = null;
    try {
      runner = RunnerProcess.open(settings, command, new Listener(command.run()));
    } catch (IOException e) {
      report(failed(command.run(), "Could not start a runner: " + e.getMessage() + "."));
    }
  }

  synchronized void start(StartRun command) {
    if (!command.run().equals(run) || runner == null) {
      log.info("Left out the start of a run that is not here: {}", command.run());
      return;
    }
    var known = clock.best();
    runner.send(new RunnerCommand.SetClock(known.offsetMillis(), known.boundMillis()));
    runner.send(
        new RunnerCommand.Start(RunnerProcess.millis(command.startAt()) - known.offsetMillis()));
  }

  synchronized void change(ChangeLoad command) {
    if (!command.run().equals(run)) {
      log.info("Left out a change of a run that is not here: {}", command.run());
    } else if (runner == null) {
      publishAgain();
    } else {
      var from = RunnerProcess.millis(command.from()) - clock.best().offsetMillis();
      runner.send(
          new RunnerCommand.Change(
              command.change(), from, command.steps(), command.step(), command.paused()));
    }
  }

  synchronized void stop(StopRun command) {
    if (next != null && command.run().equals(next.run())) {
      next = null;
      publish.accept(failed(command.run(), "The run was stopped before it was prepared."));
    } else if (!command.run().equals(run)) {
      publish.accept(
          failed(command.run(), "The run is not on this slave: there is nothing to stop."));
    } else if (runner == null) {
      publishAgain();
    } else {
      runner.send(new RunnerCommand.Stop());
      if (!stopping) {
        stopping = true;
        var time = drain.plus(TO_END);
        runner.endWithin(
            time,
            "The runner had not ended %d seconds after it was told to stop, so the agent killed it. What it had counted by then is in the results. Look into its log and whether this slave is overloaded."
                .formatted(time.toSeconds()));
      }
    }
  }

  synchronized void renew(RenewLease command) {
    if (command.run().equals(run)) {
      watchedNanos = System.nanoTime();
    }
  }

  /// A load that nobody could stop must not go on for ever.
  private synchronized void endUnlessWatched() {
    var silent = Duration.ofNanos(System.nanoTime() - watchedNanos);
    if (runner != null && !stopping && silent.compareTo(settings.lease()) > 0) {
      early =
          "Slave %s heard nothing of run-service for %d seconds and ended its load by itself. Look whether run-service and Kafka are up and the slave reaches them."
              .formatted(settings.slave(), settings.lease().toSeconds());
      log.warn("{}", early);
      stopping = true;
      runner.send(new RunnerCommand.Stop());
    }
  }

  private void publishAgain() {
    if (latest != null) {
      publish.accept(latest);
    }
  }

  synchronized void sendClock(ClockEstimate.Clock best) {
    if (runner != null) {
      runner.send(new RunnerCommand.SetClock(best.offsetMillis(), best.boundMillis()));
    }
  }

  /// Id of the run that a runner carries now.
  synchronized @Nullable String run() {
    return runner == null ? null : run;
  }

  private synchronized void report(RunnerEvent event) {
    if (event.run().equals(run)) {
      latest = event;
      if (event instanceof RunnerFinished || event instanceof RunnerFailed) {
        runner = null;
      }
      publish.accept(event);
      var waiting = next;
      if (runner == null && waiting != null) {
        next = null;
        open(waiting);
      }
    }
  }

  private synchronized @Nullable String early() {
    return early;
  }

  private RunnerFailed failed(String id, String problem) {
    return new RunnerReports(settings, id).failed(problem);
  }

  @Override
  public synchronized void close() {
    lease.shutdownNow();
    next = null;
    if (runner != null) {
      runner.end();
    }
  }

  /// Hears the runner of one run, on the thread that reads its output.
  private final class Listener implements RunnerProcess.Listener {

    private final RunnerReports reports;

    Listener(String run) {
      reports = new RunnerReports(settings, run);
    }

    @Override
    public void reported(RunnerReport reported) {
      report(reports.event(reported, clock.best().boundMillis(), early()));
    }

    @Override
    public void left(List<SampleMessage> rest) {
      rest.forEach(publishSample);
    }

    @Override
    public void died(String how) {
      report(reports.failed(how));
    }
  }
}
