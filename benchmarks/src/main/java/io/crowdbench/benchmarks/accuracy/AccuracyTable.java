package io.crowdbench.benchmarks.accuracy;

import io.crowdbench.agent.health.StolenTime;
import io.crowdbench.benchmarks.generator.Percentiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// What generators said, beside what is true: each in the round in which the machine's host took
/// least from it, whatever was said in it.
public final class AccuracyTable {

  private final String what;
  private final Percentiles truth;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  AccuracyTable(String what, Percentiles truth) {
    this.what = what;
    this.truth = truth;
  }

  private record Said(Percentiles figures, double stolen) {}

  /// Begins a generator's turn.
  Turn turn() {
    return new Turn();
  }

  /// What is said in it counts, when it ends, if the host took no less in an earlier one.
  final class Turn implements AutoCloseable {

    private final StolenTime stolen = new StolenTime();
    private final Map<String, Percentiles> said = new LinkedHashMap<>();

    void add(String generator, Percentiles figures) {
      said.put(generator, figures);
    }

    @Override
    public void close() {
      var share = Objects.requireNonNullElse(stolen.take(), 0.0);
      said.forEach((name, figures) ->
          AccuracyTable.this.said.merge(
              name,
              new Said(figures, share),
              (kept, other) -> other.stolen < kept.stolen ? other : kept));
    }
  }

  void leaveOut(String generator, String why) {
    leftOut.put(generator, why);
  }

  /// In Markdown, all in milliseconds.
  public String table() {
    var text = new StringBuilder();
    text.append(
        "| %s | answers | p50 | p90 | p99 | p99.9 | taken by the host |%n|---|---|---|---|---|---|---|%n"
            .formatted(what));
    text.append(
        "| *the truth* | | *%.2f* | *%.2f* | *%.2f* | *%.2f* | |%n"
            .formatted(truth.p50(), truth.p90(), truth.p99(), truth.p999()));
    said.forEach((name, it) -> text.append(row(name, it)));
    leftOut.forEach((name, why) -> text.append("| %s | %s | | | | | |%n".formatted(name, why)));
    return text.toString();
  }

  private String row(String name, Said said) {
    var figures = said.figures;
    return "| %s | %s | %s | %s | %s | %s | %.2f %% |%n"
        .formatted(
            name,
            figures.count() == 0 ? "" : "%,d".formatted(figures.count()),
            cell(figures, Percentiles::p50),
            cell(figures, Percentiles::p90),
            cell(figures, Percentiles::p99),
            cell(figures, Percentiles::p999),
            said.stolen * 100);
  }

  private String cell(Percentiles figures, ToDoubleFunction<Percentiles> which) {
    var value = which.applyAsDouble(figures);
    var right = which.applyAsDouble(truth);
    return "%.2f (%+.1f %%)".formatted(value, (value / right - 1) * 100);
  }
}
