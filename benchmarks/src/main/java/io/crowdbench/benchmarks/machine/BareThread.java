package io.crowdbench.benchmarks.machine;

import io.crowdbench.agent.linux.TimerSlack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// A process with the generator's core to itself that does nothing but sleep from one even instant
/// to the next. By how much it wakes up too late is what the machine, just now, does to whoever has
/// to be in time.
public final class BareThread {

  /// Until it is compiled itself.
  private static final Duration UNCOUNTED = Duration.ofSeconds(1);

  private static final Duration COUNTED = Duration.ofSeconds(4);

  private BareThread() {}

  /// Takes five seconds.
  ///
  /// @return for each percentile by how many milliseconds it was late
  public static double[] late(int perSecond, double... percentiles)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(Integer.toString(perSecond)));
    Arrays.stream(percentiles).mapToObj(Double::toString).forEach(arguments::add);
    var process = Jvm.start(Cores.GENERATOR, BareThread.class, 64, arguments);
    var line = process.inputReader(StandardCharsets.US_ASCII).readLine();
    process.waitFor();
    if (line == null) {
      throw new IOException("The thread that only sleeps said nothing.");
    }
    return Arrays.stream(line.split(" "))
        .mapToDouble(micros -> Long.parseLong(micros) / 1e3)
        .toArray();
  }

  /// @param args how many instants a second, and which percentiles to tell, in microseconds
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
    var told =
        Arrays.stream(args)
            .skip(1)
            .map(percentile -> late.getValueAtPercentile(Double.parseDouble(percentile)))
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    System.out.println(told);
  }
}
