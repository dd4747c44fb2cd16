package io.crowdbench.agent.visit;

import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What was found in pages, style sheets and modules, once for all users that get the same: parsing
/// is dear, and a crowd looks at the same few pages. What was not used for the longest time goes
/// first. Any thread.
final class Parses {

  /// A sixteenth of the heap, as for other things that are kept.
  private static final long MAX_BYTES =
      Math.clamp(Runtime.getRuntime().maxMemory() / 16, 4L << 20, 64L << 20);

  static final Parses SHARED = new Parses(MAX_BYTES);

  private record Parsed(FutureTask<?> task, int weight) {}

  private final long maxBytes;
  private final LinkedHashMap<Object, Parsed> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  Parses(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// A parser, which may fail as reading does.
  interface Parser<T> {
    T parse() throws Exception;
  }

  /// What is known under the key; found out where it is not, by one of those who ask for it at the
  /// same time, while the others wait.
  ///
  /// @param key of one type for each type of result
  /// @param weight about how many bytes it takes
  @SuppressWarnings("unchecked") // by the key
  <T> T of(Object key, ToIntFunction<T> weight, Parser<T> parser) throws InterruptedException {
    var mine = new FutureTask<>(parser::parse);
    var task = (FutureTask<T>) first(key, mine);
    if (task == mine) {
      mine.run();
    }
    try {
      var result = task.get();
      if (task == mine) {
        weigh(key, mine, weight.applyAsInt(result));
      }
      return result;
    } catch (ExecutionException e) {
      forget(key, task);
      var cause = e.getCause();
      throw cause instanceof RuntimeException known
          ? known
          : new IllegalStateException(cause == null ? "" : cause.getMessage(), cause);
    }
  }

  private synchronized FutureTask<?> first(Object key, FutureTask<?> mine) {
    var known = kept.get(key);
    if (known != null) {
      return known.task();
    }
    kept.put(key, new Parsed(mine, 0));
    return mine;
  }

  private synchronized void weigh(Object key, FutureTask<?> task, int weight) {
    var known = kept.get(key);
    if (known == null || known.task() != task) {
      return;
    }
    kept.put(key, new Parsed(task, weight));
    bytes += weight;
    while (bytes > maxBytes && kept.size() > 1) {
      var oldest = kept.pollFirstEntry();
      bytes -= oldest == null ? 0 : oldest.getValue().weight();
    }
  }

  private synchronized void forget(Object key, FutureTask<?> task) {
    var known = kept.get(key);
    if (known != null && known.task() == task) {
      kept.remove(key);
    }
  }

  /// Without finding it out.
  @SuppressWarnings("unchecked") // by the key
  synchronized <T> @Nullable T known(Object key) {
    var found = kept.get(key);
    return found != null && found.task().state() == java.util.concurrent.Future.State.SUCCESS
        ? (T) found.task().resultNow()
        : null;
  }

  synchronized long bytes() {
    return bytes;
  }
}
