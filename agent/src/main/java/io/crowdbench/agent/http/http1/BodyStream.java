package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.http.HttpFailure;
import java.io.IOException;
import java.io.InputStream;

/// An answer's body as it comes. One thread only, but for the count.
final class BodyStream extends InputStream {

  private final AnswerReader reader;
  private final boolean chunked;

  /// Of the body, or of the chunk under way; negative where the end of the connection ends it.
  private long left;

  private boolean begun;
  private boolean ended;
  private volatile long bytes;

  private BodyStream(AnswerReader reader, boolean chunked, long left) {
    this.reader = reader;
    this.chunked = chunked;
    this.left = left;
  }

  static BodyStream of(AnswerReader reader, long length) {
    return new BodyStream(reader, false, length);
  }

  static BodyStream ofChunks(AnswerReader reader) {
    return new BodyStream(reader, true, 0);
  }

  static BodyStream toEnd(AnswerReader reader) {
    return new BodyStream(reader, false, -1);
  }

  /// How many bytes have been read from it.
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended || (left == 0 && !nextChunk())) {
      ended = true;
      return -1;
    }
    int part = reader.some(into, offset, left < 0 ? length : (int) Math.min(left, length));
    if (part < 0) {
      if (left > 0) {
        throw new HttpFailure("the connection was closed in the middle of the body");
      }
      ended = true;
      return -1;
    }
    left -= left < 0 ? 0 : part;
    bytes += part;
    return part;
  }

  private boolean nextChunk() throws IOException {
    if (!chunked) {
      return false;
    }
    if (begun && !isEmptyLine()) {
      throw new HttpFailure("a chunk is longer than it announced");
    }
    begun = true;
    reader.readLine();
    left = HttpText.chunkSize(reader.text());
    if (left > 0) {
      return true;
    }
    while (!isEmptyLine()) {
      // Trailers, which nobody asked for.
      continue;
    }
    return false;
  }

  private boolean isEmptyLine() throws IOException {
    reader.readLine();
    return reader.from() == reader.to();
  }
}
