package io.crowdbench.agent.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What actions and their libraries print goes to the runner's log, but not without end: a slave's
/// disk must not fill up.
final class Printed extends OutputStream {

  /// In bytes.
  static final int MAX = 10_000_000;

  private final PrintStream log;
  private int left = MAX;

  Printed(PrintStream log) {
    this.log = log;
  }

  /// From now on whatever is printed goes there.
  static void to(PrintStream log) {
    var printed = new PrintStream(new Printed(log), true, StandardCharsets.UTF_8);
    System.setOut(printed);
    System.setErr(printed);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (left <= 0) {
      return;
    }
    log.write(bytes, offset, Math.min(length, left));
    left -= length;
    if (left <= 0) {
      log.println();
      log.println("(%,d bytes were printed; the rest is left out)".formatted(MAX));
    }
  }

  @Override
  public void flush() throws IOException {
    log.flush();
  }
}
