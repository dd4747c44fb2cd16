package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.Buffers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Reads and writes frames of HTTP/2 (RFC 9113, 4.1). One thread reads; writers take turns.
final class Http2Frames {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;
  static final int PRIORITY = 0x20;

  /// What a frame may hold unless the other side allows more, which we do not.
  static final int MAX = 16_384;

  /// What stands before each frame.
  static final int HEAD = 9;

  private final DataInputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(512);

  Http2Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in, Buffers.SIZE / 2));
    this.out = out;
  }

  record Frame(int type, int flags, int stream, byte[] content) {

    boolean has(int flag) {
      return (flags & flag) != 0;
    }

    /// The content without padding and priority, in which we have no interest.
    byte[] bare() throws Broken {
      int from = 0;
      int padding = 0;
      if (has(PADDED)) {
        padding = content.length == 0 ? 1 : content[from++] & 0xff;
      }
      if (type == HEADERS && has(PRIORITY)) {
        from += 5;
      }
      int to = content.length - padding;
      if (to < from) {
        throw new Broken(Http2Codes.PROTOCOL_ERROR, "a frame with more padding than it holds");
      }
      return Arrays.copyOfRange(content, from, to);
    }

    int number(int at) throws Broken {
      if (content.length < at + 4) {
        throw new Broken(Http2Codes.FRAME_SIZE_ERROR, "a frame that is too short");
      }
      return (content[at] & 0xff) << 24
          | (content[at + 1] & 0xff) << 16
          | (content[at + 2] & 0xff) << 8
          | content[at + 3] & 0xff;
    }
  }

  /// The server broke the protocol: the whole connection ends.
  static final class Broken extends IOException {

    private static final long serialVersionUID = 1;

    final int code;

    Broken(int code, String what) {
      super("the server broke the rules of HTTP/2: " + what);
      this.code = code;
    }
  }

  /// @throws EOFException when the connection ends
  Frame read() throws IOException {
    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt() & 0x7fffffff;
    if (length > MAX) {
      throw new Broken(
          Http2Codes.FRAME_SIZE_ERROR,
          "a frame of " + length + " bytes where " + MAX + " are allowed");
    }
    var content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException();
    }
    return new Frame(type, flags, stream, content);
  }

  /// Puts a frame behind those to be sent next.
  void add(int type, int flags, int stream, byte[] content, int from, int length) {
    var head = new DataOutputStream(pending);
    try {
      head.writeByte(length >>> 16);
      head.writeShort(length);
      head.writeByte(type);
      head.writeByte(flags);
      head.writeInt(stream);
      head.write(content, from, length);
    } catch (IOException e) {
      throw new IllegalStateException("memory is no socket", e);
    }
  }

  void add(int type, int flags, int stream, byte[] content) {
    add(type, flags, stream, content, 0, content.length);
  }

  void addRaw(byte[] bytes) {
    pending.writeBytes(bytes);
  }

  /// Sends what was added.
  void flush() throws IOException {
    var bytes = pending.toByteArray();
    pending.reset();
    out.write(bytes);
    out.flush();
  }

  static byte[] number(int number) {
    return new byte[] {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
  }
}
