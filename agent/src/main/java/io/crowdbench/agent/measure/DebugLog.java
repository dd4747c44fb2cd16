package io.crowdbench.agent.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/// Lines that actions log, on their way out. Never blocks a user: what does not fit is dropped and
/// counted.
public final class DebugLog {

  static final int MAX_WAITING = 5_000;

  private static final int MAX_LINE = 4_000;

  private final ArrayBlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final LongAdder dropped = new LongAdder();

  public record Line(String action, String user, String text) {}

  public void add(String action, String user, String text) {
    var cut = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "…";
    if (!waiting.offer(new Line(action, user, cut))) {
      dropped.increment();
    }
  }

  /// The lines since the last call, oldest first.
  public List<Line> take() {
    var lines = new ArrayList<Line>();
    waiting.drainTo(lines);
    return lines;
  }

  /// How many were dropped since the last call.
  public long takeDropped() {
    return dropped.sumThenReset();
  }
}
