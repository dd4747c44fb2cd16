package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes into the history of runs what was away while they were under way.
@Component
class OutageWatch {

  private static final Logger log = LoggerFactory.getLogger(OutageWatch.class);

  private static final List<RunState> UNDER_WAY =
      Arrays.stream(RunState.values()).filter(state -> !state.ended()).toList();

  private final SignsOfLife signs;
  private final BrokerTime brokerTime;
  private final LastSign lastSign;
  private final Runs runs;
  private final Conductor conductor;
  private final AtomicBoolean asking = new AtomicBoolean();

  /// Whether it is known when this service was there last.
  private volatile boolean remembered;

  OutageWatch(
      SignsOfLife signs, BrokerTime brokerTime, LastSign lastSign, Runs runs, Conductor conductor) {
    this.signs = signs;
    this.brokerTime = brokerTime;
    this.lastSign = lastSign;
    this.runs = runs;
    this.conductor = conductor;
  }

  /// At a fixed rate, so on a thread of its own each time: while one waits for the database, the
  /// next still says that this service runs.
  @Scheduled(fixedRate = 1_000)
  void look() {
    if (!brokerTime.isKnown()) {
      return;
    }
    if (remembered) {
      signs.serviceRuns(brokerTime.now());
    }
    if (asking.compareAndSet(false, true)) {
      try {
        askDatabase();
      } catch (DataAccessException e) {
        log.debug("The database does not answer", e);
      } finally {
        asking.set(false);
      }
    }
  }

  private void askDatabase() {
    if (!remembered) {
      lastSign.find().ifPresent(signs::serviceRanBefore);
      remembered = true;
      signs.serviceRuns(brokerTime.now());
    }
    lastSign.keep(brokerTime.now());
    signs.databaseAnswered(brokerTime.now());
    signs.takeOutages().forEach(this::record);
  }

  private void record(Outage outage) {
    try {
      // A run may have ended while the part was away, or in the instant of its return.
      for (var id : runs.findIdsUnderWaySince(UNDER_WAY, outage.since())) {
        conductor.change(id, run -> outage.concerns(run) ? outage.of(run) : Transition.none(run));
      }
    } catch (DataAccessException | TransactionException e) {
      signs.putBack(List.of(outage));
    }
  }
}
