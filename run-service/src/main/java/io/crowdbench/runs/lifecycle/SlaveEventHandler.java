package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.runs.lifecycle.ActiveRuns.MemberRule;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears whether bundles have arrived, from `slave-events` by way of the inventory.
@Component
class SlaveEventHandler {

  private final Conductor conductor;
  private final BrokerTime brokerTime;

  SlaveEventHandler(Conductor conductor, BrokerTime brokerTime) {
    this.conductor = conductor;
    this.brokerTime = brokerTime;
  }

  @EventListener
  void delivered(BundleDelivered event) {
    change(event, event.run(), (run, member) -> Lifecycle.delivered(run, member, event.path()));
  }

  @EventListener
  void notDelivered(BundleNotDelivered event) {
    change(
        event,
        event.run(),
        (run, member) -> Lifecycle.lost(run, member, event.problem(), brokerTime.now()));
  }

  private void change(SlaveEvent event, String id, MemberRule rule) {
    conductor.change(
        id,
        run ->
            run.members().stream()
                .filter(member -> member.slave().equals(event.slave().id()))
                .findFirst()
                .map(member -> rule.apply(run, member))
                .orElseGet(() -> Transition.none(run)));
  }
}
