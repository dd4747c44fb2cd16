package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.monitor.CrowdChart.Line;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The charts of a run: how much, how fast, how many.
final class Charts extends Div {

  private final List<CrowdChart> all =
      List.of(
          new CrowdChart(
              "Throughput",
              "/s",
              List.of(
                  new Line("operations", "--chart-1", point -> ended(point.operations())),
                  new Line("transactions", "--chart-2", point -> ended(point.transactions())),
                  new Line("failed", "--chart-bad", point -> point.operations().failed()))),
          new CrowdChart(
              "Latency of operations",
              " ms",
              List.of(
                  new Line("p50", "--chart-1", millis(Latency::p50)),
                  new Line("p90", "--chart-3", millis(Latency::p90)),
                  new Line("p99", "--chart-4", millis(Latency::p99)))),
          new CrowdChart(
              "Users", "", List.of(new Line("users", "--chart-2", point -> point.users()))));

  Charts() {
    addClassName("charts");
    all.forEach(this::add);
  }

  void replace(Collection<Point> points) {
    all.forEach(chart -> chart.replace(points));
  }

  void merge(Collection<Point> points) {
    all.forEach(chart -> chart.merge(points));
  }

  private static long ended(OutcomeCounts counts) {
    return counts.passed() + counts.failed();
  }

  private static Function<Point, @Nullable Number> millis(ToLongFunction<Latency> micros) {
    return point -> point.latency() == null ? null : micros.applyAsLong(point.latency()) / 1_000.0;
  }
}
