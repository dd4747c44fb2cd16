package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.ui.base.CrowdChart;
import io.crowdbench.ui.base.CrowdChart.Line;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.slaves.SlaveWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the slave has been since the page was opened: heartbeats are kept nowhere.
final class HealthCharts extends Div {

  /// The slave's clock and this machine's are not the same: the first heartbeat says when it began.
  private @Nullable Instant opened;

  private final Span now = new Span();
  private final Div charts = new Div();
  private final List<CrowdChart<Pulse>> all =
      List.of(
          new CrowdChart<>(
              "CPU of the slave (%)", " %", List.of(new Line<>("cpu", "--chart-1", Pulse::cpu))),
          new CrowdChart<>(
              "Heap of the agent (MB)",
              " MB",
              List.of(new Line<>("heap", "--chart-2", Pulse::heapMb))),
          new CrowdChart<>(
              "Clock offset (ms)",
              " ms",
              List.of(new Line<>("offset", "--chart-3", Pulse::clock))));

  HealthCharts() {
    now.setId("pulse");
    now.addClassName("quiet");
    charts.addClassName("charts");
    all.forEach(charts::add);
    charts.setVisible(false);
    add(now, charts);
    silent();
  }

  private void silent() {
    now.setText("Its agent has not been heard of since this page was opened.");
  }

  void take(List<AgentHeartbeat> heartbeats) {
    if (heartbeats.isEmpty()) {
      return;
    }
    var begin = opened == null ? heartbeats.getFirst().at() : opened;
    opened = begin;
    charts.setVisible(true);
    var pulses = heartbeats.stream().map(heartbeat -> Pulse.of(heartbeat, begin)).toList();
    all.forEach(chart -> chart.merge(pulses));
    var last = heartbeats.getLast();
    now.setText(
        "CPU %s, heap %.0f MB, clock %s; shown for %s"
            .formatted(
                Format.percent(last.cpuLoad()),
                last.memoryUsedBytes() / (double) (1 << 20),
                SlaveWords.clock(last),
                Format.clock(Duration.between(begin, last.at()))));
  }
}
