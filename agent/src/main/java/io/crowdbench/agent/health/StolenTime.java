package io.crowdbench.agent.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The time that a virtual machine's processors were wanted and not had, since their host did
/// something else with them. Nobody on the machine can be in time then, and nothing else tells.
///
/// As Linux counts it, in steps of mostly 10 ms: <https://docs.kernel.org/filesystems/proc.html>.
public final class StolenTime {

  private static final Path STATISTICS = Path.of("/proc/stat");

  /// `cpu user nice system idle iowait irq softirq steal ...`: of all processors together.
  private static final int STEAL = 8;

  private final Path statistics;
  private @Nullable Ticks last;

  private record Ticks(long stolen, long all) {}

  public StolenTime() {
    this(STATISTICS);
  }

  StolenTime(Path statistics) {
    this.statistics = statistics;
    this.last = ticks();
  }

  /// Since the last call, or since this was made.
  ///
  /// @return its share of the time of all processors, 0 to 1; null where the system does not tell
  public @Nullable Double take() {
    var before = last;
    var now = ticks();
    last = now;
    if (before == null || now == null || now.all <= before.all) {
      return null;
    }
    return (double) Math.max(0, now.stolen - before.stolen) / (now.all - before.all);
  }

  private @Nullable Ticks ticks() {
    try (var lines = Files.lines(statistics)) {
      var words = lines.findFirst().orElse("").split(" +");
      long all = 0;
      for (int i = 1; i <= STEAL; i++) {
        all += Long.parseLong(words[i]);
      }
      return new Ticks(Long.parseLong(words[STEAL]), all);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
