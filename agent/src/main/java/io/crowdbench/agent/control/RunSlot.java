package io.crowdbench.agent.control;

import io.crowdbench.agent.health.ClockEstimate;
import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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

  private final AgentSettings settings;
  private final ClockEstimate clock;
  private final Consumer<AgentEvent> tell;

  private @Nullable String run;
  private @Nullable RunnerLine runner;

  /// How long the run's users may take to finish.
  private Duration drain = Duration.ZERO;

  private boolean stopping;

  /// What was told last of the run in the slot, to be told again.
  private @Nullable RunnerEvent latest;

  RunSlot(AgentSettings settings, ClockEstimate clock, Consumer<AgentEvent> tell) {
    this.settings = settings;
    this.clock = clock;
    this.tell = tell;
  }

  synchronized void prepare(PrepareRun command) {
    if (command.run().equals(run)) {
      tellAgain();
      return;
    }
    if (runner != null) {
      tell.accept(
          failed(command.run(), "Could not prepare the run: this slave carries run " + run + "."));
      return;
    }
    run = command.run();
    drain = Duration.ofMillis(command.share().drainMillis());
    stopping = false;
    latest = null;
    try {
      runner = RunnerLine.open(settings, command, new Listener(command.run()));
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
    runner.tell(new RunnerCommand.SetClock(known.offsetMillis(), known.boundMillis()));
    runner.tell(
        new RunnerCommand.Start(RunnerLine.millis(command.startAt()) - known.offsetMillis()));
  }

  synchronized void change(ChangeLoad command) {
    if (!command.run().equals(run)) {
      log.info("Left out a change of a run that is not here: {}", command.run());
    } else if (runner == null) {
      tellAgain();
    } else {
      var from = RunnerLine.millis(command.from()) - clock.best().offsetMillis();
      runner.tell(
          new RunnerCommand.Change(
              command.change(), from, command.steps(), command.step(), command.paused()));
    }
  }

  synchronized void stop(StopRun command) {
    if (!command.run().equals(run)) {
      tell.accept(failed(command.run(), "The run is not on this slave: there is nothing to stop."));
    } else if (runner == null) {
      tellAgain();
    } else {
      runner.tell(new RunnerCommand.Stop());
      if (!stopping) {
        stopping = true;
        var time = drain.plus(TO_END);
        runner.endWithin(
            time,
            "The runner had not ended %d seconds after it was told to stop, so the agent killed it. What it had not brought to Kafka by then is lost. Look into its log and whether this slave is overloaded."
                .formatted(time.toSeconds()));
      }
    }
  }

  private void tellAgain() {
    if (latest != null) {
      tell.accept(latest);
    }
  }

  synchronized void tellClock(ClockEstimate.Clock best) {
    if (runner != null) {
      runner.tell(new RunnerCommand.SetClock(best.offsetMillis(), best.boundMillis()));
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
      tell.accept(event);
    }
  }

  private RunnerFailed failed(String id, String problem) {
    return new RunnerFailed(
        Message.SCHEMA, Instant.now(), settings.slave(), settings.epoch(), id, problem);
  }

  @Override
  public synchronized void close() {
    if (runner != null) {
      runner.kill();
    }
  }

  /// Hears the runner of one run, on the thread that reads its output.
  private final class Listener implements RunnerLine.Listener {

    private final String id;

    Listener(String id) {
      this.id = id;
    }

    @Override
    public void reported(RunnerReport reported) {
      var now = Instant.now();
      var slave = settings.slave();
      var epoch = settings.epoch();
      report(
          switch (reported) {
            case RunnerReport.Ready _ -> new RunnerReady(Message.SCHEMA, now, slave, epoch, id);
            case RunnerReport.Started started ->
                new RunnerStarted(
                    Message.SCHEMA,
                    now,
                    slave,
                    epoch,
                    id,
                    started.lateMillis(),
                    clock.best().boundMillis());
            case RunnerReport.Progress progress ->
                new RunnerProgress(
                    Message.SCHEMA,
                    now,
                    slave,
                    epoch,
                    id,
                    progress.step(),
                    progress.change(),
                    progress.draining());
            case RunnerReport.Finished finished ->
                new RunnerFinished(Message.SCHEMA, now, slave, epoch, id, finished.counters());
            case RunnerReport.Failed failure -> failed(id, failure.problem());
          });
    }

    @Override
    public void died(String how) {
      report(failed(id, how));
    }
  }
}
