package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Inbox;
import io.crowdbench.kit.Inbox.Timed;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.TunnelEvent;
import io.crowdbench.messages.provisioning.TunnelsKept;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Takes what the topic `tunnel-events` tells.
@Configuration(proxyBeanMethods = false)
class TunnelEventHandler {

  private final TunnelExcuses excuses;

  TunnelEventHandler(TunnelExcuses excuses) {
    this.excuses = excuses;
  }

  @Bean
  Consumer<Message<List<byte[]>>> tunnelEvents(Inbox inbox) {
    return inbox.batchTimed(
        Topics.TUNNEL_EVENTS, TunnelEvent.class, events -> events.forEach(this::handle));
  }

  private void handle(Timed<TunnelEvent> event) {
    switch (event.message()) {
      case TunnelsKept kept -> excuses.reported(kept.open(), kept.broken(), event.at());
    }
  }
}
