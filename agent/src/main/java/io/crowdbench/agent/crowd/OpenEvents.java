package io.crowdbench.agent.crowd;

import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.ServerEvent;
import io.crowdbench.agent.http.EventLine;
import java.io.IOException;
import java.time.Duration;

/// A stream of events as its action sees it.
final class OpenEvents implements EventStream {

  private final EventLine line;
  private final Channels.Told told;

  OpenEvents(EventLine line, Channels.Told told) {
    this.line = line;
    this.told = told;
  }

  @Override
  public ServerEvent next(Duration patience) {
    told.ending().check();
    try {
      var event = line.next(patience);
      told.measured().trace().message("<", event.type() + ": " + event.data());
      return event;
    } catch (IOException e) {
      throw told.failed(e);
    } catch (InterruptedException e) {
      throw told.interrupted();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
