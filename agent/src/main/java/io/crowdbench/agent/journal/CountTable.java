package io.crowdbench.agent.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Counts by series, from the first of the run on, in a file that is mapped into memory: what was
/// counted stands there however the process ends, at the price of plain stores.
///
/// A second file has the series' names, a line of JSON for each row of the first.
public final class CountTable {

  private static final Logger log = LoggerFactory.getLogger(CountTable.class);

  static final String COUNTS = "counts";
  static final String NAMES = "counts.jsonl";

  /// More series than a [io.crowdbench.agent.measure.Meter] keeps apart. What is beyond them is
  /// counted in the last row, which nobody reads.
  static final int MAX_ROWS = 4_096;

  /// A row in a cache line of its own: count, bytes sent, bytes received, in flight.
  static final int ROW_BYTES = 64;

  static final int SENT = 8;
  static final int RECEIVED = 16;
  static final int IN_FLIGHT = 24;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer counts;
  private final OutputStream names;
  private final List<Row> rows = new ArrayList<>();

  private CountTable(ByteBuffer counts, OutputStream names) {
    this.counts = counts;
    this.names = names;
  }

  /// For what nobody asks about after the process's end.
  public static CountTable inMemory() {
    return new CountTable(
        ByteBuffer.allocateDirect(MAX_ROWS * ROW_BYTES), OutputStream.nullOutputStream());
  }

  /// Begins a new table in that folder.
  public static CountTable in(Path folder) throws IOException {
    try (var file =
        FileChannel.open(
            folder.resolve(COUNTS),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      // Really written: a page without a place on the disk would end the process when the disk is
      // full.
      var zeros = ByteBuffer.allocate(MAX_ROWS * ROW_BYTES);
      while (zeros.hasRemaining()) {
        file.write(zeros);
      }
      return new CountTable(
          file.map(MapMode.READ_WRITE, 0, (long) MAX_ROWS * ROW_BYTES),
          Files.newOutputStream(folder.resolve(NAMES)));
    }
  }

  /// The row of a new series. Any thread.
  public synchronized Row row(SeriesKey key) {
    int number = rows.size();
    if (number < MAX_ROWS - 1 && named(key)) {
      var row = new Row(number * ROW_BYTES);
      rows.add(row);
      return row;
    }
    return new Row((MAX_ROWS - 1) * ROW_BYTES);
  }

  private boolean named(SeriesKey key) {
    try {
      names.write((JsonMapper.shared().writeValueAsString(key) + '\n').getBytes(UTF_8));
      return true;
    } catch (IOException e) {
      log.warn("If this runner is killed, what it counted of {} is lost: {}", key, e.getMessage());
      return false;
    }
  }

  /// What was taken out of all rows so far: for each its count, bytes sent and bytes received.
  synchronized long[] taken() {
    var taken = new long[rows.size() * 3];
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      taken[3 * i] = row.takenCount;
      taken[3 * i + 1] = row.takenSent;
      taken[3 * i + 2] = row.takenReceived;
    }
    return taken;
  }

  /// The counts of one series.
  public final class Row {

    private final int at;
    private long takenCount;
    private long takenSent;
    private long takenReceived;

    private Row(int at) {
      this.at = at;
    }

    /// One thread at a time, as the next one.
    public void add(long count, long bytesSent, long bytesReceived) {
      add(at, count);
      add(at + SENT, bytesSent);
      add(at + RECEIVED, bytesReceived);
    }

    private void add(int place, long more) {
      LONG.set(counts, place, (long) LONG.get(counts, place) + more);
    }

    /// All that was added so far is about to be published.
    public void take() {
      takenCount = (long) LONG.get(counts, at);
      takenSent = (long) LONG.get(counts, at + SENT);
      takenReceived = (long) LONG.get(counts, at + RECEIVED);
    }

    /// One of the series has begun. Any thread.
    public void begun() {
      LONG.getAndAdd(counts, at + IN_FLIGHT, 1L);
    }

    /// One that had begun is counted, or is about to be. Any thread.
    public void ended() {
      LONG.getAndAdd(counts, at + IN_FLIGHT, -1L);
    }
  }
}
