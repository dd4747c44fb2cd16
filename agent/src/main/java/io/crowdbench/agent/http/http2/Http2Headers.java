package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.util.ByteArrayBuffer;

/// Packs and unpacks header fields (HPACK, RFC 7541). Both directions remember what went before:
/// one thread may pack, one unpack, and every block must go through in order.
final class Http2Headers {

  private static final int TABLE = 4_096;

  /// They are about the connection, which HTTP/2 has other means for.
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection", "host", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private final HPackEncoder encoder = new HPackEncoder(TABLE, StandardCharsets.ISO_8859_1);
  private final HPackDecoder decoder = new HPackDecoder(TABLE, StandardCharsets.ISO_8859_1);
  private volatile int wantedTable = TABLE;

  Http2Headers() {
    decoder.setMaxListSize(Headers.MAX_BYTES);
  }

  /// The server's table is smaller: the next block says that ours is, too. Any thread.
  void shrinkTable(int size) {
    wantedTable = Math.min(size, TABLE);
  }

  byte[] packed(RequestHead request, Origin origin, String cookies) {
    var out = new ByteArrayBuffer(256);
    try {
      if (wantedTable != encoder.getMaxTableSize()) {
        encoder.setMaxTableSize(wantedTable);
        addTableSize(out, wantedTable);
      }
      var address = request.address();
      add(out, ":method", request.method());
      add(out, ":scheme", "https");
      add(out, ":authority", origin.authority());
      add(out, ":path", address.target());
      var fields = request.fields();
      for (int i = 0; i < fields.count(); i++) {
        var name = fields.name(i).toLowerCase(Locale.ROOT);
        if (!OF_THE_CONNECTION.contains(name)) {
          add(out, name, fields.value(i));
        }
      }
      if (!cookies.isEmpty()) {
        add(out, "cookie", cookies);
      }
      if (request.bodyLength() > 0 || request.announcesABody()) {
        add(out, "content-length", Long.toString(request.bodyLength()));
      }
      return out.toByteArray();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a header field can't be sent: " + e.getMessage(), e);
    }
  }

  private void add(ByteArrayBuffer out, String name, String value) throws CharacterCodingException {
    var clean = new StringBuilder(value.length());
    for (char c : value.toCharArray()) {
      clean.append(c == '\r' || c == '\n' || c == 0 ? ' ' : c > 0xff ? '?' : c);
    }
    encoder.encodeHeader(out, name, clean.toString(), false);
  }

  /// RFC 7541, 6.3: an integer behind three bits.
  private static void addTableSize(ByteArrayBuffer out, int size) {
    if (size < 31) {
      out.append(0x20 | size);
      return;
    }
    out.append(0x20 | 31);
    int rest = size - 31;
    for (; rest >= 128; rest /= 128) {
      out.append(rest % 128 + 128);
    }
    out.append(rest);
  }

  /// @throws Http2Frames.Broken when it is none, or too much
  List<Header> unpacked(byte[] block) throws IOException {
    try {
      return decoder.decodeHeaders(ByteBuffer.wrap(block));
    } catch (HttpException | RuntimeException e) {
      throw new Http2Frames.Broken(
          Http2Codes.COMPRESSION_ERROR, "header fields that can't be unpacked: " + e.getMessage());
    }
  }
}
