package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.messages.sample.Series;
import io.crowdbench.results.StoredText;
import io.crowdbench.results.store.SeriesKey;
import io.crowdbench.results.store.StoredRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A run that samples come of, as far as this instance has to do with it. Kept from one transaction
/// to the next, and read anew when another instance may have written.
final class OpenRun {

  static final int MAX_NAME = 300;

  private final StoredRun stored;
  private final Map<Integer, OpenSlave> slaves = new HashMap<>();

  OpenRun(StoredRun stored) {
    this.stored = stored;
  }

  StoredRun stored() {
    return stored;
  }

  int number() {
    return stored.number();
  }

  /// Slaves and series that have no number yet.
  record Unknown(Set<String> slaves, Set<SeriesKey> series) {

    boolean isEmpty() {
      return slaves.isEmpty() && series.isEmpty();
    }
  }

  Unknown unknown(List<SampleMessage> messages) {
    var unknown = new Unknown(new HashSet<>(), new HashSet<>());
    for (var message : messages) {
      if (stored.slave(message.slave()) == null) {
        unknown.slaves().add(message.slave());
      }
      if (message instanceof SampleBatch batch) {
        batch.series().forEach(series -> note(key(series), unknown));
        batch.users().forEach(users -> note(key(users.action()), unknown));
      }
    }
    return unknown;
  }

  private void note(SeriesKey key, Unknown unknown) {
    if (stored.series(key) == null) {
      unknown.series().add(key);
    }
  }

  /// Numbers of the slaves that nothing is known of here yet.
  Set<Integer> unopened(List<SampleMessage> messages) {
    var unopened = new HashSet<Integer>();
    for (var message : messages) {
      int number = slaveNumber(message.slave());
      if (!slaves.containsKey(number)) {
        unopened.add(number);
      }
    }
    return unopened;
  }

  void open(Set<Integer> numbers, List<Stream> streams) {
    numbers.forEach(number -> slaves.put(number, new OpenSlave(number)));
    streams.forEach(stream -> slaves.getOrDefault(stream.slave, new OpenSlave(0)).put(stream));
  }

  OpenSlave slave(String id) {
    var known = slaves.get(slaveNumber(id));
    if (known == null) {
      throw new IllegalStateException("slave " + id + " was not opened");
    }
    return known;
  }

  private int slaveNumber(String id) {
    return known(stored.slave(id), id);
  }

  int series(Series series) {
    var key = key(series);
    return known(stored.series(key), key);
  }

  int users(String action) {
    var key = key(action);
    return known(stored.series(key), key);
  }

  void settle() {
    slaves.values().forEach(OpenSlave::settle);
  }

  private static int known(@Nullable Integer number, Object what) {
    if (number == null) {
      throw new IllegalStateException("no number for " + what);
    }
    return number;
  }

  private static SeriesKey key(Series series) {
    return SeriesKey.of(
        series.kind(),
        StoredText.fit(series.action(), MAX_NAME),
        StoredText.fit(series.name(), MAX_NAME),
        series.outcome());
  }

  private static SeriesKey key(String action) {
    return SeriesKey.users(StoredText.fit(action, MAX_NAME));
  }
}
