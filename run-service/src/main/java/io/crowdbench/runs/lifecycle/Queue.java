package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunState;
import io.crowdbench.runs.inventory.KnownSlave;
import io.crowdbench.runs.inventory.KnownSlaves;
import io.crowdbench.runs.reservation.Reservations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Lets queued runs begin as soon as their slaves are free, the oldest first.
@Component
class Queue {

  private final Runs runs;
  private final Reservations reservations;
  private final KnownSlaves slaves;
  private final Conductor conductor;
  private final Clock clock;

  Queue(
      Runs runs, Reservations reservations, KnownSlaves slaves, Conductor conductor, Clock clock) {
    this.runs = runs;
    this.reservations = reservations;
    this.slaves = slaves;
    this.conductor = conductor;
    this.clock = clock;
  }

  synchronized void advance() {
    runs.findByStateInOrderByCreatedAt(List.of(RunState.QUEUED)).forEach(this::tryToBegin);
  }

  private void tryToBegin(Run run) {
    var ids = run.members().stream().map(Member::slave).toList();
    var holders = reservations.take(run.id(), ids);
    if (!holders.isEmpty()) {
      conductor.change(
          run.id(), fresh -> Lifecycle.waiting(fresh, reason(holders), clock.instant()));
      return;
    }
    var known = slaves.findAllById(ids);
    var epochs = known.stream().collect(Collectors.toMap(KnownSlave::id, KnownSlave::epoch));
    conductor.change(
        run.id(),
        fresh ->
            fresh.state() == RunState.QUEUED
                ? Lifecycle.reserved(fresh, epochs, clock.instant())
                : Turn.none(fresh));
  }

  private String reason(Map<String, String> holders) {
    var names =
        holders.entrySet().stream()
            .map(e -> slaves.findById(e.getKey()).map(KnownSlave::name).orElse(e.getKey()))
            .sorted()
            .collect(Collectors.joining(", "));
    return "Waits for slaves that another run holds: " + names + ".";
  }
}
