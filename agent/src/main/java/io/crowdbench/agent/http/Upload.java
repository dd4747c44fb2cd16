package io.crowdbench.agent.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/// A request's body in a file, which is sent piece by piece and never all in memory.
///
/// @param file as a class loader names it, so that it may be in a jar
public record Upload(URL file, long length) {

  /// @throws IOException when it can't be read, or nobody knows how long it is
  public static Upload of(URL file) throws IOException {
    var connection = file.openConnection();
    long length = connection.getContentLengthLong();
    try (var _ = connection.getInputStream()) {
      if (length < 0) {
        throw new IOException("its length is not known");
      }
    }
    return new Upload(file, length);
  }

  /// Takes the pieces in turn.
  public interface Sink {

    /// @param last true if nothing follows
    /// @return false if no more is wanted
    boolean take(byte[] piece, int length, boolean last) throws IOException;
  }

  /// @return bytes that were taken
  /// @throws IOException when the file has become shorter, or the sink fails
  public long pour(Sink sink) throws IOException {
    var piece = new byte[Buffers.SIZE];
    long done = 0;
    try (InputStream in = file.openStream()) {
      while (done < length) {
        int part = in.read(piece, 0, (int) Math.min(piece.length, length - done));
        if (part < 0) {
          throw new HttpFailure(
              "the file %s ended after %,d of %,d bytes".formatted(file, done, length));
        }
        done += part;
        if (part > 0 && !sink.take(piece, part, done == length)) {
          break;
        }
      }
    }
    return done;
  }
}
