package io.crowdbench.runs.inventory;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleEvent;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
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
  Consumer<byte[]> slaveEvents(Inbox inbox) {
    return inbox.each(Topics.SLAVE_EVENTS, SlaveEvent.class, this::handle);
  }

  @Bean
  Consumer<byte[]> bundleEvents(Inbox inbox) {
    return inbox.each(Topics.BUNDLE_EVENTS, BundleEvent.class, this::handle);
  }

  private void handle(SlaveEvent event) {
    switch (event) {
      case SlaveRemoved removed -> slaves.deleteById(removed.slave().id());
      case SlaveChanged changed -> keep(changed);
      case BundleDelivered delivered -> keep(delivered);
      case BundleNotDelivered refused -> keep(refused);
    }
    // The run that waits for it, if any, hears it from here.
    inside.publishEvent(event);
  }

  private void keep(SlaveEvent event) {
    var state = event.slave();
    var known = slaves.findById(state.id());
    slaves.save(known.map(slave -> slave.now(state)).orElseGet(() -> KnownSlave.of(state)));
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
