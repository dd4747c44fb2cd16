package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.http2.Http2Frames.Broken;
import io.crowdbench.agent.http.http2.Http2Frames.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Takes in what a server sends over a connection of HTTP/2, on a thread of its own.
final class Http2Reader {

  /// What must be answered.
  interface Answers {
    void add(int type, int flags, int stream, byte[] content);
  }

  private final Http2Frames frames;
  private final Http2Headers headers;
  private final Http2State state;
  private final Answers answers;
  private final LongSupplier arrivedNanos;

  /// The header block under way, which may come in pieces with nothing in between.
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(0);

  private int blockOf;
  private boolean blockEndsStream;
  private int consumed;

  /// @param arrivedNanos when what was read last had come in
  Http2Reader(
      Http2Frames frames,
      Http2Headers headers,
      Http2State state,
      Answers answers,
      LongSupplier arrivedNanos) {
    this.frames = frames;
    this.headers = headers;
    this.state = state;
    this.answers = answers;
    this.arrivedNanos = arrivedNanos;
  }

  /// Takes in one frame; false when nothing is to come any more.
  boolean next() throws IOException {
    var frame = frames.read();
    if (blockOf != 0 && (frame.type() != Http2Frames.CONTINUATION || frame.stream() != blockOf)) {
      throw broken("a header block was interrupted");
    }
    switch (frame.type()) {
      case Http2Frames.DATA -> data(frame);
      case Http2Frames.HEADERS -> {
        blockEndsStream = frame.has(Http2Frames.END_STREAM);
        block(frame, frame.bare());
      }
      case Http2Frames.CONTINUATION -> {
        if (blockOf == 0) {
          throw broken("a header block goes on that was not begun");
        }
        block(frame, frame.content());
      }
      case Http2Frames.RST_STREAM -> reset(frame);
      case Http2Frames.SETTINGS -> settings(frame);
      case Http2Frames.PUSH_PROMISE -> throw broken("it pushes what nobody asked for");
      case Http2Frames.PING -> {
        if (!frame.has(Http2Frames.ACK)) {
          answers.add(Http2Frames.PING, Http2Frames.ACK, 0, frame.content());
        }
      }
      case Http2Frames.GOAWAY -> {
        return !state.leave(frame.number(0) & 0x7fffffff, goodbye(frame));
      }
      case Http2Frames.WINDOW_UPDATE -> state.widen(frame.stream(), frame.number(0) & 0x7fffffff);
      default -> {}
    }
    return true;
  }

  private static String goodbye(Frame frame) throws Broken {
    var more =
        new String(
            Arrays.copyOfRange(
                frame.content(), Math.min(8, frame.content().length), frame.content().length),
            StandardCharsets.UTF_8);
    return "the server closes the connection: %s%s"
        .formatted(Http2Codes.name(frame.number(4)), more.isEmpty() ? "" : " (" + more + ")");
  }

  private void block(Frame frame, byte[] part) throws IOException {
    var stream = state.stream(frame.stream());
    came(frame, stream);
    blockOf = frame.stream();
    block.writeBytes(part);
    if (block.size() > Headers.MAX_BYTES) {
      throw broken("header fields of more than " + Headers.MAX_BYTES + " bytes");
    }
    if (!frame.has(Http2Frames.END_HEADERS)) {
      return;
    }
    // Also where nobody waits any more: both sides remember what was packed.
    var fields = headers.unpacked(block.toByteArray());
    block.reset();
    blockOf = 0;
    if (stream != null) {
      try {
        stream.fields(fields, blockEndsStream);
      } catch (HttpFailure e) {
        refuse(stream, e);
      }
      wakeIfOver(stream);
    }
  }

  private void data(Frame frame) throws IOException {
    int length = frame.content().length;
    consumed += length;
    if (consumed > Http2State.OUR_CONNECTION_WINDOW / 2) {
      answers.add(Http2Frames.WINDOW_UPDATE, 0, 0, Http2Frames.number(consumed));
      consumed = 0;
    }
    var stream = state.stream(frame.stream());
    if (stream == null) {
      return;
    }
    came(frame, stream);
    boolean last = frame.has(Http2Frames.END_STREAM);
    try {
      stream.data(frame.bare(), last);
    } catch (HttpFailure e) {
      refuse(stream, e);
    }
    stream.consumed += length;
    if (!last && stream.consumed > Http2State.OUR_WINDOW / 2) {
      answers.add(Http2Frames.WINDOW_UPDATE, 0, stream.id, Http2Frames.number(stream.consumed));
      stream.consumed = 0;
    }
    wakeIfOver(stream);
  }

  private void came(Frame frame, @Nullable Http2Stream stream) {
    if (stream != null) {
      stream.came(frame.content().length + Http2Frames.HEAD, arrivedNanos.getAsLong());
    }
  }

  /// Whoever still sends its body need not wait for room any more.
  private void wakeIfOver(Http2Stream stream) {
    if (stream.isOver()) {
      state.wake();
    }
  }

  /// What came makes no sense, but for this exchange only.
  private void refuse(Http2Stream stream, HttpFailure why) {
    stream.fail(why);
    answers.add(
        Http2Frames.RST_STREAM, 0, stream.id, Http2Frames.number(Http2Codes.PROTOCOL_ERROR));
  }

  private void reset(Frame frame) throws Broken {
    var stream = state.stream(frame.stream());
    if (stream == null) {
      return;
    }
    int code = frame.number(0);
    var sentence = "the server reset the stream: " + Http2Codes.name(code);
    stream.fail(
        code == Http2Codes.REFUSED_STREAM
            ? new HttpConnection.StaleConnection(sentence, true)
            : new HttpFailure(sentence));
    wakeIfOver(stream);
  }

  private void settings(Frame frame) throws Broken {
    if (frame.has(Http2Frames.ACK)) {
      return;
    }
    if (frame.content().length % 6 != 0) {
      throw new Broken(Http2Codes.FRAME_SIZE_ERROR, "settings that are cut off");
    }
    for (int at = 0; at < frame.content().length; at += 6) {
      int name = (frame.content()[at] & 0xff) << 8 | frame.content()[at + 1] & 0xff;
      int value = frame.number(at + 2);
      if (name == 1) {
        headers.shrinkTable(value < 0 ? Integer.MAX_VALUE : value);
      }
      state.set(name, value);
    }
    answers.add(Http2Frames.SETTINGS, Http2Frames.ACK, 0, new byte[0]);
  }

  private static Broken broken(String what) {
    return new Broken(Http2Codes.PROTOCOL_ERROR, what);
  }
}
