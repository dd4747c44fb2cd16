package io.crowdbench.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads bytes of one answer off a socket: lines, a number of bytes, or all to the end. Not shared.
final class AnswerReader {

  /// What a status line and all header fields may take together, and any line within a body.
  static final int MAX_HEAD = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int limit;
  private long received;
  private int headLeft = MAX_HEAD;

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

  /// A line of the head without its end, which may be a line feed alone.
  String line() throws IOException {
    StringBuilder text = null;
    while (true) {
      if (position == limit && !fill()) {
        throw new HttpFailure("the connection was closed before the answer was complete");
      }
      for (int i = position; i < limit; i++) {
        if (buffer[i] == '\n') {
          var part = latin(position, i);
          headLeft -= i + 1 - position;
          position = i + 1;
          checkHead();
          var whole = text == null ? part : text.append(part).toString();
          return whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
        }
      }
      text = (text == null ? new StringBuilder() : text).append(latin(position, limit));
      headLeft -= limit - position;
      position = limit;
      checkHead();
    }
  }

  private void checkHead() throws HttpFailure {
    if (headLeft < 0) {
      throw new HttpFailure("the answer's head is longer than " + MAX_HEAD + " bytes");
    }
  }

  private String latin(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// Exactly that many bytes.
  byte[] exactly(long length) throws IOException {
    if (length > Integer.MAX_VALUE - 16) {
      throw new HttpFailure("the body is longer than 2 GB: " + length + " bytes");
    }
    // Grown as bytes come: a server that lies about the length must not cost us the memory.
    var body = new byte[(int) Math.min(length, 64 * 1024)];
    int have = 0;
    while (have < length) {
      if (position == limit && !fill()) {
        throw new HttpFailure(
            "the connection was closed after %,d of %,d bytes of the body".formatted(have, length));
      }
      int part = (int) Math.min(limit - position, length - have);
      if (have + part > body.length) {
        body = Arrays.copyOf(body, (int) Math.min(length, (long) body.length * 2 + part));
      }
      System.arraycopy(buffer, position, body, have, part);
      position += part;
      have += part;
    }
    headLeft = MAX_HEAD;
    return body;
  }

  /// Everything up to the end of the connection.
  byte[] toEnd() throws IOException {
    var body = new ByteArrayOutputStream();
    do {
      body.write(buffer, position, limit - position);
      position = limit;
    } while (fill());
    return body.toByteArray();
  }

  /// As many bytes as are there, at least one; -1 at the end of the connection.
  int some(byte[] into, int offset, int length) throws IOException {
    headLeft = MAX_HEAD;
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
