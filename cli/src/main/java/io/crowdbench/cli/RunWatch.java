package io.crowdbench.cli;

import io.crowdbench.api.Result;
import io.crowdbench.api.RunView;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// Follows a run: a line for each state it comes to, and one with its figures every few seconds.
final class RunWatch {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final ServerOption server;
  private final PrintWriter out;

  RunWatch(ServerOption server, PrintWriter out) {
    this.server = server;
    this.out = out;
  }

  RunView untilEnd(String id) throws InterruptedException {
    var said = "";
    while (true) {
      var run = server.runs().one(id).orThrow();
      var state = RunsCommand.state(run);
      if (!state.equals(said)) {
        out.println(state);
        said = state;
      }
      if (run.state().ended()) {
        out.flush();
        return run;
      }
      if (run.startAt() != null) {
        figures(id);
      }
      out.flush();
      Thread.sleep(INTERVAL);
    }
  }

  /// Left out while there are none: the run is what counts.
  private void figures(String id) {
    if (server.results().summary(id, "*") instanceof Result.Ok(var summary)) {
      summary.lines().stream()
          .filter(line -> line.kind() == Kind.OPERATION && line.name().equals(SeriesLine.ALL))
          .findFirst()
          .ifPresent(line -> out.println("  " + text(summary.seconds(), line)));
    }
  }

  private static String text(int seconds, SeriesLine line) {
    var latency = line.latency();
    return String.format(
        Locale.ROOT,
        "%d s: %,d operations passed, %,d failed; p50 %s, p99 %s",
        seconds,
        line.counts().passed(),
        line.counts().failed(),
        SummaryTable.millis(latency == null ? null : latency.p50()),
        SummaryTable.millis(latency == null ? null : latency.p99()));
  }
}
