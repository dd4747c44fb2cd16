package io.crowdbench.ui.feed;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.run.RunEvent;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topics that the feed follows.
@Configuration(proxyBeanMethods = false)
class FeedBindings {

  private final Inbox inbox;
  private final Feed feed;

  FeedBindings(Inbox inbox, Feed feed) {
    this.inbox = inbox;
    this.feed = feed;
  }

  @Bean
  Consumer<byte[]> results() {
    return inbox.each(Topics.RESULTS, Result.class, feed::receive);
  }

  @Bean
  Consumer<byte[]> runEvents() {
    return inbox.each(Topics.RUN_EVENTS, RunEvent.class, feed::receive);
  }

  @Bean
  Consumer<byte[]> slaveEvents() {
    return inbox.each(Topics.SLAVE_EVENTS, SlaveEvent.class, feed::receive);
  }

  @Bean
  Consumer<byte[]> agentEvents() {
    return inbox.each(Topics.AGENT_EVENTS, AgentEvent.class, feed::receive);
  }

  @Bean
  Consumer<byte[]> debugLogs() {
    return inbox.each(Topics.DEBUG_LOGS, DebugMessage.class, feed::receive);
  }
}
