package io.crowdbench.results.debuglog;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.debuglog.DebugMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes debug lines off their topic.
@Configuration(proxyBeanMethods = false)
class DebugLogHandler {

  private final DebugLines lines;

  DebugLogHandler(DebugLines lines) {
    this.lines = lines;
  }

  @Bean
  Consumer<List<byte[]>> debugLogs(Inbox inbox) {
    return inbox.batch(Topics.DEBUG_LOGS, DebugMessage.class, this::handle);
  }

  private void handle(List<DebugMessage> messages) {
    var read = new ArrayList<DebugLine>();
    for (var message : messages) {
      switch (message) {
        case DebugLine line -> read.add(line);
      }
    }
    lines.add(read);
  }
}
