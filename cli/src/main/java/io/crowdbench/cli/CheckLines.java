package io.crowdbench.cli;

import io.crowdbench.api.CheckLine;
import io.crowdbench.api.SlaveView;
import java.io.PrintWriter;
import java.util.Locale;

/// What a check looked at, a line each, with what to do below those that are not well.
final class CheckLines {

  private CheckLines() {}

  static void print(SlaveView slave, PrintWriter out) {
    for (var line : slave.checks()) {
      out.printf(
          Locale.ROOT,
          "  %-7s %-20s %s%s%n",
          line.outcome().name().toLowerCase(Locale.ROOT),
          line.what(),
          line.found(),
          line.millis() == 0 ? "" : " (" + line.millis() + " ms)");
      if (line.outcome() == CheckLine.Outcome.WARNING && line.remedy() != null) {
        out.println("          " + line.remedy());
      }
    }
  }
}
