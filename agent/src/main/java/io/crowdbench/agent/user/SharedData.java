package io.crowdbench.agent.user;

import io.crowdbench.actions.Loading;
import io.crowdbench.agent.operation.RunEnded;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What users share, loaded by the first who asks while the others wait. Any thread.
final class SharedData {

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  private static final class Slot {
    final ReentrantLock loading = new ReentrantLock();
    volatile @Nullable Object value;
  }

  /// @throws RunEnded when the run ends while it waits
  @SuppressWarnings("unchecked") // An author who gives one name to two types is told by the cast.
  <T, E extends Exception> T of(String name, Loading<T, E> load) throws E {
    var slot = slots.computeIfAbsent(name, _ -> new Slot());
    var known = slot.value;
    return (T) (known == null ? loaded(name, slot, load) : known);
  }

  private static <E extends Exception> Object loaded(String name, Slot slot, Loading<?, E> load)
      throws E {
    try {
      slot.loading.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEnded();
    }
    try {
      var known = slot.value;
      var value = known == null ? load.load() : known;
      if (value == null) {
        throw new IllegalArgumentException(
            "Could not share \"%s\": its loading gave null. Let it give an empty value."
                .formatted(name));
      }
      slot.value = value;
      return value;
    } finally {
      slot.loading.unlock();
    }
  }
}
