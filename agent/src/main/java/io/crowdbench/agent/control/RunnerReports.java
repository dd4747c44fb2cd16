package io.crowdbench.agent.control;

import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the runner of a run reports, as events of its slave.
record RunnerReports(AgentSettings settings, String run) {

  /// @param clockBoundMillis how far off the slave's clock may be
  /// @param early why the load was ended without being asked to; null if it was not
  RunnerEvent event(RunnerReport report, double clockBoundMillis, @Nullable String early) {
    var now = Instant.now();
    var slave = settings.slave();
    var epoch = settings.epoch();
    return switch (report) {
      case RunnerReport.Ready _ -> new RunnerReady(Message.SCHEMA, now, slave, epoch, run);
      case RunnerReport.Started started ->
          new RunnerStarted(
              Message.SCHEMA, now, slave, epoch, run, started.lateMillis(), clockBoundMillis);
      case RunnerReport.Progress progress ->
          new RunnerProgress(
              Message.SCHEMA,
              now,
              slave,
              epoch,
              run,
              progress.step(),
              progress.change(),
              progress.draining());
      case RunnerReport.Finished finished ->
          new RunnerFinished(Message.SCHEMA, now, slave, epoch, run, finished.counters(), early);
      case RunnerReport.Failed failure -> failed(failure.problem());
    };
  }

  RunnerFailed failed(String problem) {
    return new RunnerFailed(
        Message.SCHEMA, Instant.now(), settings.slave(), settings.epoch(), run, problem);
  }
}
