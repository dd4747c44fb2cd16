package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.http.AnswerBody;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads bytes of one answer off a socket: lines, a number of bytes, or all to the end. Not shared.
final class AnswerReader {

  private static final byte[] NONE = {};

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int limit;
  private long received;
  private int headLeft = Headers.MAX_BYTES;
  private byte[] line = NONE;
  private int from;
  private int to;

  AnswerReader(InputStream in, byte[] buffer) {
    this.in = in;
    this.buffer = buffer;
  }

  /// Bytes that came over the network so far.
  long received() {
    return received;
  }

  /// True if bytes have come that nobody asked for: the connection can't be trusted with another
  /// request.
  boolean hasLeftOver() {
    return position < limit;
  }

  /// Reads a line of the head; [#line], [#from] and [#to] tell where it is, without its end, which
  /// may be a line feed alone. It stays there until the next call only.
  void readLine() throws IOException {
    var pieces = NONE;
    while (true) {
      if (position == limit && !fill()) {
        throw new HttpFailure("the connection was closed before the answer was complete");
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      headLeft -= end - position + (end < limit ? 1 : 0);
      checkHead();
      if (pieces.length == 0 && end < limit) {
        settle(buffer, position, end);
        position = end + 1;
        return;
      }
      pieces = joined(pieces, position, end);
      position = Math.min(end + 1, limit);
      if (end < limit) {
        settle(pieces, 0, pieces.length);
        return;
      }
    }
  }

  private void settle(byte[] bytes, int start, int end) {
    line = bytes;
    from = start;
    to = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  private byte[] joined(byte[] pieces, int start, int end) {
    var joined = Arrays.copyOf(pieces, pieces.length + end - start);
    System.arraycopy(buffer, start, joined, pieces.length, end - start);
    return joined;
  }

  /// What holds the line that was read last.
  byte[] line() {
    return line;
  }

  /// Where in it the line begins.
  int from() {
    return from;
  }

  /// Where in it the line ends.
  int to() {
    return to;
  }

  /// The line that was read last, as text.
  String text() {
    return text(0);
  }

  /// The line that was read last, but for its first characters.
  String text(int without) {
    return new String(line, from + without, to - from - without, StandardCharsets.ISO_8859_1);
  }

  /// Whether the line that was read last is that word, but for its first characters.
  boolean isText(int without, String word) {
    if (to - from - without != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (line[from + without + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void checkHead() throws HttpFailure {
    if (headLeft < 0) {
      throw new HttpFailure("the answer's head is longer than " + Headers.MAX_BYTES + " bytes");
    }
  }

  /// True if so many bytes have come already.
  boolean has(long length) {
    return length <= limit - position;
  }

  /// As many of those that have come.
  byte[] take(int length) {
    int from = position;
    position += length;
    headLeft = Headers.MAX_BYTES;
    return Arrays.copyOfRange(buffer, from, position);
  }

  /// Exactly that many bytes.
  void exactly(long length, AnswerBody body) throws IOException {
    long have = 0;
    while (have < length) {
      if (position == limit && !fill()) {
        throw new HttpFailure(
            "the connection was closed after %,d of %,d bytes of the body".formatted(have, length));
      }
      int part = (int) Math.min(limit - position, length - have);
      body.add(buffer, position, part);
      position += part;
      have += part;
    }
    headLeft = Headers.MAX_BYTES;
  }

  /// Everything up to the end of the connection.
  void toEnd(AnswerBody body) throws IOException {
    do {
      body.add(buffer, position, limit - position);
      position = limit;
    } while (fill());
  }

  /// As many bytes as are there, at least one; -1 at the end of the connection.
  int some(byte[] into, int offset, int length) throws IOException {
    headLeft = Headers.MAX_BYTES;
    if (position == limit && !fill()) {
      return -1;
    }
    int part = Math.min(length, limit - position);
    System.arraycopy(buffer, position, into, offset, part);
    position += part;
    return part;
  }

  /// True once the first byte is there; false if the connection ended instead.
  boolean awaitFirst() throws IOException {
    return position < limit || fill();
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    if (count <= 0) {
      return false;
    }
    position = 0;
    limit = count;
    received += count;
    return true;
  }
}
