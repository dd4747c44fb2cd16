package io.crowdbench.results.intake;

import io.crowdbench.results.store.Ranges;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// A slave that is sending: its streams, and its users in the last second.
final class OpenSlave {

  private final int number;
  private final TreeMap<Long, Stream> streams = new TreeMap<>();
  private final TreeMap<Integer, SlaveUsers> users = new TreeMap<>();

  OpenSlave(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  void put(Stream stream) {
    streams.put(stream.epoch, stream);
  }

  Stream stream(long epoch) {
    return streams.computeIfAbsent(
        epoch, _ -> new Stream(number, epoch, new Ranges(), new Ranges()));
  }

  /// True if a later start of the agent has begun to send: what an earlier one still sends does not
  /// count.
  boolean isFenced(long epoch) {
    return !streams.isEmpty() && streams.lastKey() > epoch;
  }

  int lastSecond() {
    return streams.values().stream().mapToInt(it -> it.lastSecond).max().orElse(-1);
  }

  /// @param stored reads them off the rows, where the second may have some
  SlaveUsers users(int second, IntFunction<SlaveUsers> stored) {
    return users.computeIfAbsent(
        second, it -> it > lastSecond() ? new SlaveUsers() : stored.apply(it));
  }

  /// Once all is stored, only the last second's are likely to be needed again.
  void settle() {
    if (users.size() > 1) {
      users.headMap(users.lastKey()).clear();
    }
  }
}
