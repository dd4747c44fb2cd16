package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What agents say goes to [Liveness].
@Configuration(proxyBeanMethods = false)
class SlaveBindings {

  @Bean
  Consumer<List<byte[]>> agentEvents(Inbox inbox, Liveness liveness) {
    return inbox.batch(
        Topics.AGENT_EVENTS, AgentEvent.class, events -> events.forEach(liveness::heard));
  }

  /// A change that was saved and never told, because the service died in between, is told now. Who
  /// knew it already is told nothing new.
  @Bean
  ApplicationListener<ApplicationReadyEvent> publishAllSlavesAgain(
      SlaveRegistry register, SlaveEvents events) {
    return _ -> register.all().forEach(events::changed);
  }
}
