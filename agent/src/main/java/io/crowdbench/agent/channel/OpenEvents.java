package io.crowdbench.agent.channel;

import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.ServerEvent;
import io.crowdbench.agent.http.events.EventStreamConnection;
import java.io.IOException;
import java.time.Duration;

/// A stream of events as its action sees it.
final class OpenEvents implements EventStream {

  private final EventStreamConnection line;
  private final OpenChannel opened;

  OpenEvents(EventStreamConnection line, OpenChannel opened) {
    this.line = line;
    this.opened = opened;
  }

  @Override
  public ServerEvent next(Duration patience) {
    opened.ending().check();
    try {
      var event = line.next(patience);
      opened.measured().trace().message("<", event.type() + ": " + event.data());
      return event;
    } catch (IOException e) {
      throw opened.failed(e);
    } catch (InterruptedException e) {
      throw opened.interrupted();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
