package io.crowdbench.agent.http.websocket;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A frame of the WebSocket protocol (RFC 6455, 5.2).
///
/// @param last true if no further one of the same message follows
/// @param code what it is: one of the constants
/// @param packed true for the first frame of a message that is packed
public record WebSocketFrame(boolean last, int code, byte[] content, boolean packed) {

  private static final int PACKED = 0x40;

  WebSocketFrame(boolean last, int code, byte[] content) {
    this(last, code, content, false);
  }

  static final int MORE = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int MAX_CONTROL = 125;

  /// The server broke the protocol.
  static final class Broken extends IOException {

    private static final long serialVersionUID = 1;

    /// What to tell the server.
    final int status;

    Broken(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  /// Reads a frame that a server has sent.
  ///
  /// @param longest as many bytes may be in it
  /// @param packing true if messages may be packed
  /// @throws EOFException when the connection ends before or within it
  static WebSocketFrame read(DataInputStream in, int longest, boolean packing) throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    int code = first & 0x0f;
    boolean packed = (first & PACKED) != 0;
    boolean mayBe = packing && (code == TEXT || code == BINARY);
    if ((first & 0x30) != 0 || (packed && !mayBe)) {
      throw new Broken(1002, "the server sent a frame with reserved bits, which nobody asked for");
    }
    if (code > PONG || (code > BINARY && code < CLOSE)) {
      throw new Broken(1002, "the server sent a frame of the unknown kind " + code);
    }
    if ((second & 0x80) != 0) {
      throw new Broken(1002, "the server sent a masked frame, as only clients do");
    }
    boolean last = (first & 0x80) != 0;
    long length = second & 0x7f;
    if (code >= CLOSE && (!last || length > MAX_CONTROL)) {
      throw new Broken(1002, "the server sent a control frame in pieces or with too much in it");
    }
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length < 0 || length > longest) {
      throw new Broken(
          1009, "the server sent a message of more than the " + longest + " bytes left for it");
    }
    return new WebSocketFrame(last, code, content(in, (int) length), packed);
  }

  /// The platform grows it as bytes come: a server that lies about the length must not cost us the
  /// memory.
  private static byte[] content(DataInputStream in, int length) throws IOException {
    var content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException();
    }
    return content;
  }

  /// As it goes over the wire from a client: masked with that key.
  byte[] masked(int key) {
    int length = content.length;
    var out = ByteBuffer.allocate(14 + length);
    out.put((byte) (code | (last ? 0x80 : 0) | (packed ? PACKED : 0)));
    if (length <= MAX_CONTROL) {
      out.put((byte) (0x80 | length));
    } else if (length <= 0xffff) {
      out.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      out.put((byte) (0x80 | 127)).putLong(length);
    }
    out.putInt(key);
    for (int i = 0; i < length; i++) {
      out.put((byte) (content[i] ^ (key >>> (24 - 8 * (i & 3)))));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /// @throws Broken when it is no UTF-8
  static String text(byte[] content) throws Broken {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new Broken(1007, "the server sent a text message that is no UTF-8");
    }
  }
}
