package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import io.crowdbench.runs.inventory.SlaveNews;
import io.crowdbench.runs.lifecycle.ActiveRuns.MemberRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// One change of a run for all that came of its slaves together.
  @EventListener
  void handle(SlaveNews news) {
    var rules = new LinkedHashMap<String, List<Conductor.Rule>>();
    for (var event : news.events()) {
      switch (event) {
        case BundleDelivered delivered ->
            add(
                rules,
                delivered.run(),
                event,
                (run, member) -> Lifecycle.delivered(run, member, delivered.path()));
        case BundleNotDelivered refused ->
            add(
                rules,
                refused.run(),
                event,
                (run, member) -> Lifecycle.lost(run, member, refused.problem(), brokerTime.now()));
        case SlaveChanged _, SlaveRemoved _ -> {
          // Not about a run.
        }
      }
    }
    rules.forEach(conductor::change);
  }

  private static void add(
      Map<String, List<Conductor.Rule>> rules, String id, SlaveEvent event, MemberRule rule) {
    rules
        .computeIfAbsent(id, _ -> new ArrayList<>())
        .add(run ->
            run.members().stream()
                .filter(member -> member.slave().equals(event.slave().id()))
                .findFirst()
                .map(member -> rule.apply(run, member))
                .orElseGet(() -> Transition.none(run)));
  }
}
