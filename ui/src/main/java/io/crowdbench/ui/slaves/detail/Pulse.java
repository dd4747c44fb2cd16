package io.crowdbench.ui.slaves.detail;

import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.ui.base.CrowdChart;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a page keeps of a heartbeat.
///
/// @param second from when the page was opened
/// @param cpu in percent; null where the system does not tell
/// @param clock offset in milliseconds; null while it is not known
record Pulse(int second, @Nullable Double cpu, double heapMb, @Nullable Double clock)
    implements CrowdChart.Second {

  private static final double MB = 1 << 20;

  static Pulse of(AgentHeartbeat heartbeat, Instant opened) {
    return new Pulse(
        (int) Math.floorDiv(Duration.between(opened, heartbeat.at()).toMillis(), 1_000),
        heartbeat.cpuLoad() < 0 ? null : 100 * heartbeat.cpuLoad(),
        heartbeat.memoryUsedBytes() / MB,
        heartbeat.clockBoundMillis() < 0 ? null : heartbeat.clockOffsetMillis());
  }

  /// A beat a second never falls on each second exactly; only two that are missing are a gap.
  @Override
  public int length() {
    return 2;
  }
}
