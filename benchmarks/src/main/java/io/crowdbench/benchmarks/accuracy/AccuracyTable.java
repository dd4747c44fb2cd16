package io.crowdbench.benchmarks.accuracy;

import io.crowdbench.benchmarks.generator.Percentiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What generators said, beside what is true.
public final class AccuracyTable {

  private final String what;
  private final Percentiles truth;
  private final Map<String, Percentiles> said = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  AccuracyTable(String what, Percentiles truth) {
    this.what = what;
    this.truth = truth;
  }

  void add(String generator, Percentiles figures) {
    said.put(generator, figures);
  }

  void leaveOut(String generator, String why) {
    leftOut.put(generator, why);
  }

  /// In Markdown, all in milliseconds.
  public String table() {
    var text = new StringBuilder();
    text.append(
        "| %s | answers | p50 | p90 | p99 | p99.9 |%n|---|---|---|---|---|---|%n".formatted(what));
    text.append(
        "| *the truth* | | *%.2f* | *%.2f* | *%.2f* | *%.2f* |%n"
            .formatted(truth.p50(), truth.p90(), truth.p99(), truth.p999()));
    said.forEach((name, figures) -> text.append(row(name, figures)));
    leftOut.forEach((name, why) -> text.append("| %s | %s | | | | |%n".formatted(name, why)));
    return text.toString();
  }

  private String row(String name, Percentiles figures) {
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            name,
            figures.count() == 0 ? "" : "%,d".formatted(figures.count()),
            cell(figures, Percentiles::p50),
            cell(figures, Percentiles::p90),
            cell(figures, Percentiles::p99),
            cell(figures, Percentiles::p999));
  }

  private String cell(Percentiles figures, ToDoubleFunction<Percentiles> which) {
    var value = which.applyAsDouble(figures);
    var right = which.applyAsDouble(truth);
    return "%.2f (%+.1f %%)".formatted(value, (value / right - 1) * 100);
  }
}
