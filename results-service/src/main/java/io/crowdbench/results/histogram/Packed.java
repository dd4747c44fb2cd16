package io.crowdbench.results.histogram;

/// One bucket as it is stored: how many empty ones lie before it, with a bit that says whether a
/// count of more than one follows. Of a slave's second most counts are one.
final class Packed {

  private Packed() {}

  static void write(Output out, int gap, long count) {
    if (count == 1) {
      out.number((long) gap << 1);
    } else {
      out.number((long) gap << 1 | 1);
      out.number(count);
    }
  }
}
