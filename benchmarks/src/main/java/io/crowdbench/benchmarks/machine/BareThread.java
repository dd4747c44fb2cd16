package io.crowdbench.benchmarks.machine;

import io.crowdbench.agent.linux.TimerSlack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A process with the generator's core to itself that does nothing but sleep from one even instant
/// to the next. By how much it wakes up too late is what the machine, just now, does to whoever has
/// to be in time.
public final class BareThread {

  /// Until it is compiled itself.
  private static final Duration UNCOUNTED = Duration.ofSeconds(1);

  private static final Duration COUNTED = Duration.ofSeconds(4);

  /// What part of all instants it missed by that much at most, in milliseconds.
  public record Lateness(double p50, double p90, double p99, double p999) {}

  private BareThread() {}

  /// Takes five seconds.
  public static Lateness late(int perSecond) throws IOException, InterruptedException {
    var process = Jvm.start(Cores.GENERATOR, BareThread.class, 64, perSecond);
    var line = process.inputReader(StandardCharsets.US_ASCII).readLine();
    process.waitFor();
    if (line == null) {
      throw new IOException("The thread that only sleeps said nothing.");
    }
    var millis = Arrays.stream(line.split(" ")).mapToDouble(micros -> Long.parseLong(micros) / 1e3);
    var all = millis.toArray();
    return new Lateness(all[0], all[1], all[2], all[3]);
  }

  /// @param args how many instants a second
  public static void main(String[] args) {
    TimerSlack.none();
    var gap = Duration.ofSeconds(1).toNanos() / Long.parseLong(args[0]);
    var late = new Histogram(3);
    var start = System.nanoTime();
    var end = start + UNCOUNTED.plus(COUNTED).toNanos();
    for (var due = start; due - end < 0; due += gap) {
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (due - start >= UNCOUNTED.toNanos()) {
        late.recordValue((System.nanoTime() - due) / 1_000);
      }
    }
    System.out.printf(
        "%d %d %d %d%n",
        late.getValueAtPercentile(50),
        late.getValueAtPercentile(90),
        late.getValueAtPercentile(99),
        late.getValueAtPercentile(99.9));
  }
}
