package io.crowdbench.agent.http.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Packs and unpacks messages where both sides have agreed to it (`permessage-deflate`, RFC 7692).
///
/// What is sent never goes back to an earlier message, which the standard leaves to the sender: a
/// packer takes 256 kB and is shared, while an unpacker of 40 kB belongs to each WebSocket whose
/// server remembers.
final class Deflate implements AutoCloseable {

  static final String OFFER = "permessage-deflate";

  /// Each message ends with this on the way out of the packer, and goes without it (section 7.2.1).
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  private static final int MAX_IDLE = 16;

  private static final ConcurrentLinkedQueue<Deflater> idle = new ConcurrentLinkedQueue<>();

  private final boolean forgets;
  private final Inflater inflater = new Inflater(true);

  /// @param forgets true if the server begins anew with each message
  private Deflate(boolean forgets) {
    this.forgets = forgets;
  }

  /// What was agreed on, as the answer says.
  ///
  /// @param extensions the value of Sec-WebSocket-Extensions
  /// @return null if nothing was
  /// @throws IllegalArgumentException when it is nothing that was offered, with what it is
  static @Nullable Deflate agreed(String extensions) {
    if (extensions.isBlank()) {
      return null;
    }
    boolean forgets = false;
    var words = extensions.toLowerCase(Locale.ROOT).split(";", -1);
    if (!words[0].strip().equals(OFFER)) {
      throw new IllegalArgumentException(extensions);
    }
    for (var word : Arrays.asList(words).subList(1, words.length)) {
      switch (word.strip().split("=", 2)[0].strip()) {
        case "server_no_context_takeover" -> forgets = true;
        // We don't remember in any case, and can read whatever the server remembers.
        case "client_no_context_takeover", "server_max_window_bits" -> {}
        default -> throw new IllegalArgumentException(extensions);
      }
    }
    return new Deflate(forgets);
  }

  static byte[] packed(byte[] message) {
    if (message.length == 0) {
      // An empty block of the packer's, without the tail (section 7.2.3.6).
      return new byte[1];
    }
    var known = idle.poll();
    var deflater = known == null ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : known;
    try {
      deflater.setInput(message);
      var out = new ByteArrayOutputStream(64 + message.length / 2);
      var piece = new byte[Math.clamp(message.length, 64, 8 * 1024)];
      int count;
      do {
        count = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
        out.write(piece, 0, count);
      } while (count == piece.length);
      var all = out.toByteArray();
      return Arrays.copyOf(all, Math.max(0, all.length - TAIL.length));
    } finally {
      deflater.reset();
      if (idle.size() < MAX_IDLE) {
        idle.add(deflater);
      } else {
        deflater.end();
      }
    }
  }

  /// One thread only.
  ///
  /// @param most as many bytes may come out
  /// @throws WebSocketFrame.Broken when it is not packed so, or too much comes out
  byte[] unpacked(byte[] message, int most) throws WebSocketFrame.Broken {
    var out = new ByteArrayOutputStream(2 * message.length);
    var piece = new byte[Math.clamp(4L * message.length, 64, 8 * 1024)];
    try {
      for (var part : new byte[][] {message, TAIL}) {
        inflater.setInput(part);
        int count;
        while ((count = inflater.inflate(piece)) > 0) {
          if (out.size() + count > most) {
            throw new WebSocketFrame.Broken(
                1009, "the server sent a message that unpacks to more than " + most + " bytes");
          }
          out.write(piece, 0, count);
        }
      }
    } catch (DataFormatException e) {
      throw new WebSocketFrame.Broken(
          1007, "the server sent a packed message that can't be unpacked: " + e.getMessage());
    }
    if (forgets || inflater.finished()) {
      inflater.reset();
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
