package io.crowdbench.agent.http.events;

import io.crowdbench.actions.ServerEvent;
import io.crowdbench.agent.http.HttpFailure;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Understands a stream of events by the HTML standard (9.2.6).
final class EventParser {

  /// What a line, or an event's data, may hold.
  static final int MAX = 4 * 1024 * 1024;

  private final Reader in;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder data = new StringBuilder();
  private String id = "";
  private String type = "";
  private boolean afterReturn;
  private boolean begun;

  EventParser(Reader in) {
    this.in = in;
  }

  /// The next event; null at the end, where what is not complete is dropped.
  @Nullable ServerEvent next() throws IOException {
    while (nextLine()) {
      if (!line.isEmpty()) {
        field();
        continue;
      }
      if (data.isEmpty()) {
        type = "";
        continue;
      }
      data.setLength(data.length() - 1);
      var event = new ServerEvent(id, type.isEmpty() ? "message" : type, data.toString());
      data.setLength(0);
      type = "";
      return event;
    }
    return null;
  }

  /// A line ends with a line feed, a carriage return, or both; false at the stream's end.
  private boolean nextLine() throws IOException {
    line.setLength(0);
    while (true) {
      int c = in.read();
      if (c < 0) {
        return false;
      }
      var first = !begun;
      begun = true;
      var secondOfTwo = afterReturn && c == '\n';
      afterReturn = c == '\r';
      if (secondOfTwo || (first && c == '\ufeff')) {
        continue;
      }
      if (c == '\n' || c == '\r') {
        return true;
      }
      line.append((char) c);
      tooLong(line);
    }
  }

  private static void tooLong(StringBuilder text) throws HttpFailure {
    if (text.length() > MAX) {
      throw new HttpFailure("an event is longer than " + MAX + " characters");
    }
  }

  private void field() throws HttpFailure {
    int colon = line.indexOf(":");
    var name = colon < 0 ? line.toString() : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (name) {
      case "data" -> {
        data.append(value).append('\n');
        tooLong(data);
      }
      case "event" -> type = value;
      case "id" -> {
        if (value.indexOf('\0') < 0) {
          id = value;
        }
      }
      // Comments, how long to wait before connecting anew, and what is not known.
      default -> {}
    }
  }
}
