package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.HttpFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What both sides of a connection of HTTP/2 have agreed on by now: which exchanges are under way,
/// and how much may still be sent. Any thread.
final class Http2State {

  /// Of a window before anything is said (RFC 9113, 6.9.2).
  static final int FIRST_WINDOW = 65_535;

  /// What we let servers send ahead, as browsers do.
  static final int OUR_WINDOW = 6 * 1024 * 1024;

  static final int OUR_CONNECTION_WINDOW = 15 * 1024 * 1024;

  /// Until the server says how many exchanges it takes side by side.
  private static final int FIRST_STREAMS = 100;

  private static final long MAX_WINDOW = Integer.MAX_VALUE;

  private static final int MAX_STREAMS_SETTING = 3;
  private static final int WINDOW_SETTING = 4;
  private static final int FRAME_SETTING = 5;

  private final Map<Integer, Http2Stream> streams = new HashMap<>();
  private int active;
  private long maxStreams = FIRST_STREAMS;
  private long window = FIRST_WINDOW;
  private int streamWindow = FIRST_WINDOW;
  private int maxFrame = Http2Frames.MAX;
  private boolean used;
  private boolean leaving;
  private @Nullable String goodbye;
  private @Nullable String ended;

  synchronized boolean isOpen() {
    return !leaving && ended == null;
  }

  /// True if an exchange has gone over the connection.
  synchronized boolean isUsed() {
    return used;
  }

  /// Waits until the server takes one more exchange.
  synchronized void awaitTurn(Deadline deadline) throws IOException {
    while (isOpen() && active >= maxStreams) {
      await(deadline);
    }
    checkOpen();
    active++;
  }

  private void checkOpen() throws HttpConnection.StaleConnection {
    if (!isOpen()) {
      throw new HttpConnection.StaleConnection(
          ended == null ? "the server is about to close the connection" : ended, true);
    }
  }

  synchronized Http2Stream open(int id, boolean head, int kept) throws IOException {
    checkOpen();
    var stream = new Http2Stream(id, head, kept, streamWindow);
    streams.put(id, stream);
    return stream;
  }

  /// An exchange is over; true if it was the last one over a connection that is to be closed.
  synchronized boolean done(@Nullable Http2Stream stream) {
    active--;
    if (stream != null) {
      streams.remove(stream.id);
      used = true;
    }
    notifyAll();
    return leaving && active == 0;
  }

  synchronized @Nullable Http2Stream stream(int id) {
    return streams.get(id);
  }

  /// Waits until something of a body may be sent.
  ///
  /// @return how much; 0 if the exchange is over before
  synchronized int take(Http2Stream stream, int wanted, Deadline deadline) throws IOException {
    while (!stream.isOver()) {
      var may = Math.min(Math.min(window, stream.sendWindow), Math.min(wanted, maxFrame));
      if (may > 0) {
        window -= may;
        stream.sendWindow -= may;
        return (int) may;
      }
      await(deadline);
    }
    return 0;
  }

  private void await(Deadline deadline) throws IOException {
    try {
      wait(deadline.leftMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /// Whoever waits looks anew.
  synchronized void wake() {
    notifyAll();
  }

  synchronized void set(int name, int value) throws Http2Frames.Broken {
    switch (name) {
      case MAX_STREAMS_SETTING -> maxStreams = value & 0xffffffffL;
      case WINDOW_SETTING -> {
        if (value < 0) {
          throw tooWide();
        }
        for (var stream : streams.values()) {
          stream.sendWindow += value - streamWindow;
        }
        streamWindow = value;
      }
      case FRAME_SETTING -> {
        if (value < Http2Frames.MAX || value > 0xffffff) {
          throw new Http2Frames.Broken(
              Http2Codes.PROTOCOL_ERROR, "a largest frame of " + value + " bytes");
        }
        // Small ones let other exchanges in between.
        maxFrame = Math.min(value, 64 * 1024);
      }
      default -> {}
    }
    notifyAll();
  }

  /// More may be sent.
  ///
  /// @param id of the stream; 0 for the connection
  synchronized void widen(int id, int more) throws Http2Frames.Broken {
    if (more == 0) {
      throw new Http2Frames.Broken(Http2Codes.PROTOCOL_ERROR, "a window that grows by nothing");
    }
    if (id == 0) {
      window += more;
    }
    var stream = streams.get(id);
    if (stream != null) {
      stream.sendWindow += more;
    }
    if (window > MAX_WINDOW || (stream != null && stream.sendWindow > MAX_WINDOW)) {
      throw tooWide();
    }
    notifyAll();
  }

  private static Http2Frames.Broken tooWide() {
    return new Http2Frames.Broken(Http2Codes.FLOW_CONTROL_ERROR, "a window beyond 2^31 bytes");
  }

  /// The server takes no more; those it has not looked at may be sent again elsewhere.
  ///
  /// @return true if nothing is under way
  synchronized boolean leave(int lastSeen, String why) {
    leaving = true;
    goodbye = why;
    for (var stream : List.copyOf(streams.values())) {
      if (stream.id > lastSeen) {
        stream.fail(new HttpConnection.StaleConnection(why, true));
      }
    }
    notifyAll();
    return active == 0;
  }

  /// Nothing comes any more. The first reason counts.
  synchronized void end(String why) {
    var reason = goodbye == null ? why : goodbye;
    if (ended == null) {
      ended = reason;
    }
    for (var stream : streams.values()) {
      stream.fail(
          used && !stream.isAnswered()
              ? new HttpConnection.StaleConnection(reason, false)
              : new HttpFailure(reason));
    }
    notifyAll();
  }
}
