package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.base.CrowdChart;
import io.crowdbench.ui.base.CrowdChart.Line;
import io.crowdbench.ui.monitor.Point.Percentiles;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The charts of a run: how much, how fast, how many.
final class Charts extends Div {

  private final List<CrowdChart<Point>> all =
      List.of(
          new CrowdChart<>(
              "Throughput (per second)",
              "/s",
              List.of(
                  new Line<>(
                      "operations",
                      "--chart-1",
                      point -> perSecond(point, ended(point.operations()))),
                  new Line<>(
                      "transactions",
                      "--chart-2",
                      point -> perSecond(point, ended(point.transactions()))),
                  new Line<>(
                      "failed",
                      "--chart-bad",
                      point -> perSecond(point, point.operations().failed())))),
          new CrowdChart<>(
              "Latency of operations (ms)",
              " ms",
              List.of(
                  new Line<>("p50", "--chart-1", millis(Percentiles::p50)),
                  new Line<>("p90", "--chart-3", millis(Percentiles::p90)),
                  new Line<>("p99", "--chart-4", millis(Percentiles::p99)))),
          new CrowdChart<>(
              "Users", "", List.of(new Line<>("users", "--chart-2", point -> point.users()))));

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

  private static double perSecond(Point point, long count) {
    return (double) count / point.length();
  }

  private static long ended(OutcomeCounts counts) {
    return counts.passed() + counts.failed();
  }

  private static Function<Point, @Nullable Number> millis(ToLongFunction<Percentiles> micros) {
    return point -> point.latency() == null ? null : micros.applyAsLong(point.latency()) / 1_000.0;
  }
}
