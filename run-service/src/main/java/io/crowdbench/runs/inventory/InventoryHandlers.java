package io.crowdbench.runs.inventory;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.BundleEvent;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps what the topics `slave-events` and `bundle-events` tell.
@Configuration(proxyBeanMethods = false)
class InventoryHandlers {

  private final KnownSlaves slaves;
  private final KnownBundles bundles;
  private final ApplicationEventPublisher inside;

  InventoryHandlers(KnownSlaves slaves, KnownBundles bundles, ApplicationEventPublisher inside) {
    this.slaves = slaves;
    this.bundles = bundles;
    this.inside = inside;
  }

  @Bean
  Consumer<List<byte[]>> slaveEvents(Inbox inbox) {
    return inbox.batch(Topics.SLAVE_EVENTS, SlaveEvent.class, this::handle);
  }

  @Bean
  Consumer<byte[]> bundleEvents(Inbox inbox) {
    return inbox.each(Topics.BUNDLE_EVENTS, BundleEvent.class, this::handle);
  }

  private void handle(List<SlaveEvent> events) {
    // Each carries the slave's whole state, so the last one counts.
    var last = new LinkedHashMap<String, SlaveEvent>();
    events.forEach(event -> last.put(event.slave().id(), event));
    slaves.keep(
        last.values().stream()
            .filter(event -> !(event instanceof SlaveRemoved))
            .map(SlaveEvent::slave)
            .toList());
    slaves.forget(
        last.values().stream()
            .filter(SlaveRemoved.class::isInstance)
            .map(event -> event.slave().id())
            .toList());
    // The runs that wait for them, if any, hear it from here.
    inside.publishEvent(new SlaveNews(events));
  }

  private void handle(BundleEvent event) {
    switch (event) {
      case BundleUploaded uploaded -> {
        var version = bundles.findById(uploaded.bundle()).map(KnownBundle::version).orElse(null);
        bundles.save(
            new KnownBundle(
                uploaded.bundle(),
                version,
                uploaded.name(),
                String.join(",", uploaded.actions()),
                uploaded.userIds()));
      }
    }
  }
}
