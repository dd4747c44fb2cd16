package io.crowdbench.results.debuglog;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.results.failure.CapturedFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes debug lines and captured failures off their topic.
@Configuration(proxyBeanMethods = false)
class DebugLogHandler {

  private final DebugLines lines;
  private final CapturedFailures failures;

  DebugLogHandler(DebugLines lines, CapturedFailures failures) {
    this.lines = lines;
    this.failures = failures;
  }

  @Bean
  Consumer<List<byte[]>> debugLogs(Inbox inbox) {
    return inbox.batch(Topics.DEBUG_LOGS, DebugMessage.class, this::handle);
  }

  private void handle(List<DebugMessage> messages) {
    var read = new ArrayList<DebugLine>();
    var captured = new ArrayList<CapturedFailure>();
    for (var message : messages) {
      switch (message) {
        case DebugLine line -> read.add(line);
        case CapturedFailure failure -> captured.add(failure);
      }
    }
    lines.add(read);
    failures.add(captured);
  }
}
