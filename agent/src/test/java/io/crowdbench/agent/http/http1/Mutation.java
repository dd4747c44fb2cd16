package io.crowdbench.agent.http.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damages bytes as broken servers do, and as nobody would think of.
final class Mutation {

  private static final String[] TOKENS = {
    "\r\n",
    "\n",
    "\r",
    ":",
    ";",
    ",",
    " ",
    "0",
    "-1",
    "ffffffffffffffff",
    "7fffffffffffffff",
    "99999999999999999999",
    "2147483647",
    "HTTP/1.1 200 OK\r\n",
    "Content-Length: 3\r\n",
    "Content-Length: 4\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: x\r\n",
    "xchunked",
    "0\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 101 Switch\r\n\r\n",
    "\0"
  };

  private Mutation() {}

  static byte[] of(byte[] wire, RandomGenerator random) {
    var bytes = wire;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] wire, RandomGenerator random) {
    // Heads are what breaks: most damage goes there.
    int range = Math.min(wire.length, random.nextBoolean() ? 120 : Integer.MAX_VALUE);
    int at = range == 0 ? 0 : random.nextInt(range);
    int end = Math.min(wire.length, at + random.nextInt(1, 20));
    return switch (random.nextInt(5)) {
      case 0 -> replaced(wire, at, Math.min(wire.length, at + 1), new byte[] {any(random)});
      case 1 -> replaced(wire, at, end, new byte[0]);
      case 2 -> replaced(wire, at, at, Arrays.copyOfRange(wire, at, end));
      case 3 -> Arrays.copyOf(wire, at);
      default -> {
        var token = TOKENS[random.nextInt(TOKENS.length)];
        yield replaced(wire, at, at, token.getBytes(StandardCharsets.ISO_8859_1));
      }
    };
  }

  private static byte any(RandomGenerator random) {
    return (byte) random.nextInt(256);
  }

  private static byte[] replaced(byte[] wire, int from, int to, byte[] by) {
    var result = new byte[wire.length - (to - from) + by.length];
    System.arraycopy(wire, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(wire, to, result, from + by.length, wire.length - to);
    return result;
  }
}
