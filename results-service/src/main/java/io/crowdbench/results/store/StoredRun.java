package io.crowdbench.results.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run under its number, with what numbers stand for in its rows. It only ever grows, so that it
/// may be kept, and read by several threads.
public final class StoredRun {

  private final String id;
  private final int number;
  private final Map<String, Integer> slaves = new HashMap<>();
  private final Map<Integer, String> slaveIds = new HashMap<>();
  private final Map<SeriesKey, Integer> series = new HashMap<>();
  private final Map<Integer, SeriesKey> keys = new HashMap<>();

  StoredRun(String id, int number) {
    this.id = id;
    this.number = number;
  }

  public String id() {
    return id;
  }

  public int number() {
    return number;
  }

  public synchronized @Nullable Integer slave(String slave) {
    return slaves.get(slave);
  }

  public synchronized String slaveId(int number) {
    return slaveIds.getOrDefault(number, "");
  }

  public synchronized @Nullable Integer series(SeriesKey key) {
    return series.get(key);
  }

  public synchronized @Nullable SeriesKey key(int number) {
    return keys.get(number);
  }

  synchronized void addSlave(int number, String slave) {
    slaves.put(slave, number);
    slaveIds.put(number, slave);
  }

  synchronized void addSeries(int number, SeriesKey key) {
    series.put(key, number);
    keys.put(number, key);
  }
}
