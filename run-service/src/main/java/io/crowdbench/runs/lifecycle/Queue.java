package io.crowdbench.runs.lifecycle;

import io.crowdbench.api.RunLine;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.runs.inventory.KnownSlave;
import io.crowdbench.runs.inventory.KnownSlaves;
import io.crowdbench.runs.reservation.Reservations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Lets queued runs begin as soon as their slaves are free, the oldest first.
@Component
class Queue {

  private final Runs runs;
  private final Reservations reservations;
  private final KnownSlaves slaves;
  private final Conductor conductor;
  private final BrokerTime brokerTime;

  Queue(
      Runs runs,
      Reservations reservations,
      KnownSlaves slaves,
      Conductor conductor,
      BrokerTime brokerTime) {
    this.runs = runs;
    this.reservations = reservations;
    this.slaves = slaves;
    this.conductor = conductor;
    this.brokerTime = brokerTime;
  }

  synchronized void advance() {
    reservations.releaseEnded();
    runs.findIdsByState(List.of(RunState.QUEUED)).forEach(this::tryToBegin);
  }

  /// Reserving the slaves and leaving the queue are one transaction: a run that is stopped in that
  /// very instant holds nothing.
  private void tryToBegin(String run) {
    conductor.change(run, this::begun);
  }

  private Transition begun(Run run) {
    if (run.state() != RunState.QUEUED || run.endsAs() != null) {
      return Transition.none(run);
    }
    var ids = run.members().stream().map(Member::slave).toList();
    var holders = reservations.take(run.id(), ids);
    if (!holders.isEmpty()) {
      return Lifecycle.waiting(run, reason(run, holders.keySet()), brokerTime.now());
    }
    var epochs =
        slaves.find(ids).values().stream()
            .collect(Collectors.toMap(KnownSlave::id, KnownSlave::epoch, (one, _) -> one));
    return Lifecycle.reserved(run, epochs, brokerTime.now());
  }

  private static String reason(Run run, Set<String> held) {
    var names =
        run.members().stream()
            .filter(member -> held.contains(member.slave()))
            .map(Member::name)
            .sorted()
            .toList();
    return "Waits for slaves that another run holds: %s."
        .formatted(RunLine.inWords(names, names.size()));
  }
}
