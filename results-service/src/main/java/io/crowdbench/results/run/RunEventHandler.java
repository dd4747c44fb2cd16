package io.crowdbench.results.run;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunSlaveFinished;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.messages.run.RunStepped;
import io.crowdbench.results.run.KnownRun.KnownSlave;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes from run-events what results need. Every step may be repeated: it sets what is already
/// set.
@Configuration(proxyBeanMethods = false)
class RunEventHandler {

  private final KnownRuns runs;

  RunEventHandler(KnownRuns runs) {
    this.runs = runs;
  }

  @Bean
  Consumer<byte[]> runEvents(Inbox inbox) {
    return inbox.each(Topics.RUN_EVENTS, RunEvent.class, this::handle);
  }

  private void handle(RunEvent event) {
    switch (event) {
      case RunPlanned planned ->
          change(
              planned.run(),
              run ->
                  run.withSlaves(
                      planned.plan().slaves().stream()
                          .map(slave -> new KnownSlave(slave.id(), slave.name()))
                          .toList()));
      case RunScheduled scheduled -> change(scheduled.run(), KnownRun::withStart);
      case RunStateChanged changed -> {
        if (changed.state().ended()) {
          change(changed.run(), run -> run.withEnd(changed.at()));
        }
      }
      case RunSlaveStarted _,
          RunSlaveFinished _,
          RunSlaveLost _,
          RunStepped _,
          RunChanged _,
          RunOutage _ -> {
        // The streams on the topic samples say when a slave has begun and ended, and what came of
        // its load.
      }
    }
  }

  private void change(String id, UnaryOperator<KnownRun> change) {
    if (runs.isDeleted(id)) {
      return;
    }
    var before = runs.findById(id).orElseGet(() -> KnownRun.of(id));
    runs.save(change.apply(before));
  }
}
