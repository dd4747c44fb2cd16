package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears whether bundles have arrived, from `slave-events` by way of the inventory.
@Component
class SlaveEventHandler {

  private final Conductor conductor;
  private final Clock clock;

  SlaveEventHandler(Conductor conductor, Clock clock) {
    this.conductor = conductor;
    this.clock = clock;
  }

  @EventListener
  void delivered(BundleDelivered event) {
    conductor.change(
        event.run(),
        run ->
            run.members().stream()
                .filter(member -> member.slave().equals(event.slave().id()))
                .findFirst()
                .map(member -> Lifecycle.delivered(run, member, event.path()))
                .orElseGet(() -> Turn.none(run)));
  }

  @EventListener
  void notDelivered(BundleNotDelivered event) {
    conductor.change(
        event.run(),
        run ->
            run.members().stream()
                .filter(member -> member.slave().equals(event.slave().id()))
                .findFirst()
                .map(member -> Lifecycle.lost(run, member, event.problem(), clock.instant()))
                .orElseGet(() -> Turn.none(run)));
  }
}
