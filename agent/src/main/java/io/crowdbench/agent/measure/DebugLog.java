package io.crowdbench.agent.measure;

import io.crowdbench.agent.capture.OwnSecrets;
import io.crowdbench.agent.capture.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/// Lines that actions log, on their way out. Never blocks a user: what does not fit is dropped and
/// counted.
public final class DebugLog {

  static final int MAX_WAITING = 5_000;

  private static final int MAX_LINE = 4_000;

  private final ArrayBlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final LongAdder dropped = new LongAdder();

  public record Line(String action, String user, String text) {}

  private record Pending(Line line, OwnSecrets own) {}

  /// @param own what must not show in it
  public void add(String action, String user, String text, OwnSecrets own) {
    var cut = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "…";
    if (!waiting.offer(new Pending(new Line(action, user, cut), own))) {
      dropped.increment();
    }
  }

  /// The lines since the last call, oldest first, without secrets.
  ///
  /// @param known values that are secret, whoever logs them
  public List<Line> take(Set<String> known) {
    var lines = new ArrayList<Pending>();
    waiting.drainTo(lines);
    return lines.stream().map(each -> hidden(each, known)).toList();
  }

  private static Line hidden(Pending pending, Set<String> known) {
    var secrets = new Secrets(known);
    pending.own.secrets().forEach(secrets::add);
    var line = pending.line;
    return new Line(line.action, line.user, secrets.hide(line.text));
  }

  /// How many were dropped since the last call.
  public long takeDropped() {
    return dropped.sumThenReset();
  }
}
