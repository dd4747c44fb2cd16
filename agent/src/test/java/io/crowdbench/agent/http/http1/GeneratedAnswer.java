package io.crowdbench.agent.http.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// A valid answer of a random kind, and what it means.
///
/// @param closeDelimited its body ends with the connection, so a cut is no error
record GeneratedAnswer(byte[] wire, boolean head, int status, byte[] body, boolean closeDelimited) {

  private static final int[] STATUSES = {200, 200, 200, 201, 204, 205, 301, 304, 404, 500, 599};

  static GeneratedAnswer of(RandomGenerator random) {
    var out = new Writer(random);
    while (random.nextInt(8) == 0) {
      out.text("HTTP/1.1 " + (random.nextBoolean() ? 100 : 103) + " Wait\r\nLink: </a>\r\n\r\n");
    }
    int status = STATUSES[random.nextInt(STATUSES.length)];
    var head = random.nextInt(10) == 0;
    var body = new byte[random.nextInt(5) == 0 ? random.nextInt(5_000) : random.nextInt(40)];
    random.nextBytes(body);
    out.text("HTTP/1." + random.nextInt(2) + " " + status);
    out.line(random.nextBoolean() ? " Some Reason" : "");
    out.fields();
    var bodiless = head || status == 204 || status == 304;
    var framing = random.nextInt(3);
    if (framing == 0) {
      out.line("content-LENGTH:" + " ".repeat(random.nextInt(3)) + body.length);
      out.fields();
      out.line("");
      out.bytes(bodiless ? new byte[0] : body);
    } else if (framing == 1) {
      out.line("Transfer-Encoding: " + (random.nextInt(5) == 0 ? "gzip, Chunked" : "chunked"));
      out.line("");
      if (!bodiless) {
        out.chunks(body);
      }
    } else {
      out.fields();
      out.line("");
      out.bytes(bodiless ? new byte[0] : body);
    }
    return new GeneratedAnswer(
        out.wire.toByteArray(),
        head,
        status,
        bodiless ? new byte[0] : body,
        framing == 2 && !bodiless);
  }

  /// Writes with the liberties that servers take.
  private record Writer(RandomGenerator random, ByteArrayOutputStream wire) {

    Writer(RandomGenerator random) {
      this(random, new ByteArrayOutputStream());
    }

    void text(String text) {
      bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void bytes(byte[] bytes) {
      wire.writeBytes(bytes);
    }

    void line(String text) {
      text(text + (random.nextInt(10) == 0 ? "\n" : "\r\n"));
    }

    void fields() {
      for (int i = random.nextInt(4); i > 0; i--) {
        line("X-" + i + ":" + "v".repeat(random.nextInt(30)));
        if (random.nextInt(10) == 0) {
          line("\t folded: " + i);
        }
      }
    }

    void chunks(byte[] body) {
      for (int at = 0; at < body.length; ) {
        int size = random.nextInt(1, body.length - at + 1);
        line(
            "0".repeat(random.nextInt(3))
                + Integer.toHexString(size)
                + (random.nextInt(5) == 0 ? " ; x=\"y\"" : ""));
        wire.write(body, at, size);
        line("");
        at += size;
      }
      line("0");
      fields();
      line("");
    }
  }
}
