package io.crowdbench.agent.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Unpacks bodies that were packed for the way.
public final class ContentCodings {

  /// What a request says to get them.
  public static final String ACCEPTED = "gzip, deflate, br";

  /// A small answer may unpack to something huge, to be taken for an error rather than for memory.
  static final int MAX_UNPACKED =
      (int) Math.clamp(Runtime.getRuntime().maxMemory() / 16, 4L << 20, 64L << 20);

  /// More, one around the other, are nothing that anybody needs.
  private static final int MAX_CODINGS = 4;

  private ContentCodings() {}

  /// The body as it was before it was packed; as it came where the coding is not known.
  ///
  /// @throws IOException when it is not what its header says
  public static byte[] unpacked(HttpAnswer answer) throws IOException {
    var body = answer.body();
    if (!answer.isBodyKept()) {
      throw new HttpFailure(
          "the body has %,d bytes, which is more than was to be kept of it, and can't be looked into: ask for more with keep(bytes) before sending"
              .formatted(answer.bodyLength()));
    }
    var headers = answer.headers();
    boolean packed = headers.has("Content-Encoding") || headers.has("Transfer-Encoding");
    if (!packed || body.length == 0) {
      return body;
    }
    var names = new ArrayList<String>();
    add(headers.all("Content-Encoding"), names);
    // What was put on for the way is put on last.
    add(headers.all("Transfer-Encoding"), names);
    if (names.size() > MAX_CODINGS) {
      throw new HttpFailure("the body is packed " + names.size() + " times over");
    }
    for (var name : names.reversed()) {
      body = unpacked(name, body);
    }
    return body;
  }

  private static void add(List<String> values, List<String> names) {
    for (var name : String.join(",", values).toLowerCase(Locale.ROOT).split(",", -1)) {
      var coding = name.strip();
      if (!coding.isEmpty() && !coding.equals("chunked") && !coding.equals("identity")) {
        names.add(coding);
      }
    }
  }

  private static byte[] unpacked(String coding, byte[] body) throws IOException {
    try (var in = stream(coding, body)) {
      var content = in.readNBytes(MAX_UNPACKED + 1);
      if (content.length <= MAX_UNPACKED) {
        return content;
      }
    } catch (IOException e) {
      throw new HttpFailure(
          "the body is said to be %s but can't be unpacked: %s".formatted(coding, e.getMessage()));
    }
    throw new HttpFailure("the body unpacks to more than " + MAX_UNPACKED + " bytes");
  }

  private static InputStream stream(String coding, byte[] body) throws IOException {
    var packed = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(packed);
      case "br" -> new BrotliInputStream(packed);
      // Some servers leave zlib's frame out, which the standard asks for.
      case "deflate" -> new InflaterInputStream(packed, new Inflater(!hasZlibFrame(body)));
      default -> packed;
    };
  }

  private static boolean hasZlibFrame(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0f) == 8
        && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
  }
}
