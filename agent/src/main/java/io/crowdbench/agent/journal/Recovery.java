package io.crowdbench.agent.journal;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.RunnerHealth;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.messages.sample.Series;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a runner that has ended without a last word had measured, to be published in its
/// place.
///
/// What it was just publishing is whole, and may be published a second time: records are known by
/// their numbers. Of what it had not got to publish there are the counts but no latencies. What was
/// under way counts as incomplete, since the site has most likely got it.
public final class Recovery {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String run;
  private final String slave;
  private final long epoch;
  private final List<SampleBatch> published = new ArrayList<>();
  private Journal.@Nullable Head newest;

  private Recovery(String run, String slave, long epoch) {
    this.run = run;
    this.slave = slave;
    this.epoch = epoch;
  }

  /// Everything up to the end of the runner's stream; nothing if it had measured nothing.
  ///
  /// @param runner the runner's folder
  public static List<SampleMessage> of(Path runner, String run, String slave, long epoch)
      throws IOException {
    var recovery = new Recovery(run, slave, epoch);
    var journal = runner.resolve(Journal.FOLDER);
    if (!Files.isDirectory(journal)) {
      return List.of();
    }
    try (var files = Files.list(journal)) {
      for (var file : files.sorted().toList()) {
        recovery.read(Files.readAllLines(file));
      }
    }
    var head = recovery.newest;
    return head == null ? List.of() : recovery.messages(head, runner);
  }

  private void read(List<String> lines) {
    if (lines.isEmpty() || !lines.getLast().equals(Journal.END)) {
      // It was killed while it wrote: none of this was published.
      return;
    }
    newest = JSON.readValue(lines.getFirst(), Journal.Head.class);
    for (var line : lines.subList(1, lines.size() - 1)) {
      if (JSON.readValue(line, SampleMessage.class) instanceof SampleBatch batch) {
        published.add(batch);
      }
    }
  }

  private List<SampleMessage> messages(Journal.Head head, Path runner) throws IOException {
    var unpublished = new ArrayList<Series>();
    var operations = OutcomeCounts.NONE;
    var transactions = OutcomeCounts.NONE;
    var counts = ByteBuffer.wrap(Files.readAllBytes(runner.resolve(CountTable.COUNTS)));
    counts.order(ByteOrder.nativeOrder());
    var keys = keys(Files.readAllLines(runner.resolve(CountTable.NAMES)));
    for (int row = 0; row < keys.size(); row++) {
      var key = keys.get(row);
      int at = row * CountTable.ROW_BYTES;
      long inFlight = Math.max(0, counts.getLong(at + CountTable.IN_FLIGHT));
      long count = counts.getLong(at) + inFlight;
      add(
          unpublished,
          key,
          count - taken(head, row, 0),
          counts.getLong(at + CountTable.SENT) - taken(head, row, 1),
          counts.getLong(at + CountTable.RECEIVED) - taken(head, row, 2));
      var outcome = OutcomeCounts.of(key.outcome(), count);
      if (key.kind().counted() == Kind.OPERATION) {
        operations = operations.plus(outcome);
      } else if (key.kind() == Kind.TRANSACTION) {
        transactions = transactions.plus(outcome);
      }
    }
    var messages = new ArrayList<SampleMessage>(published);
    long next = head.next();
    if (!unpublished.isEmpty()) {
      messages.add(rest(head, unpublished));
      next++;
    }
    messages.add(
        new EndOfStream(
            Message.SCHEMA,
            Instant.now(),
            run,
            slave,
            epoch,
            next,
            new FinalCounters(operations, transactions, next)));
    return messages;
  }

  private static List<SeriesKey> keys(List<String> lines) {
    var keys = new ArrayList<SeriesKey>();
    for (var line : lines) {
      try {
        keys.add(JSON.readValue(line, SeriesKey.class));
      } catch (JacksonException e) {
        // The last one, which was just being written: nothing of it is counted yet.
        break;
      }
    }
    return keys;
  }

  private static long taken(Journal.Head head, int row, int place) {
    int at = 3 * row + place;
    return at < head.taken().length ? head.taken()[at] : 0;
  }

  private static void add(List<Series> into, SeriesKey key, long count, long sent, long received) {
    if (count > 0) {
      into.add(
          new Series(
              key.kind(),
              key.action(),
              key.name(),
              key.outcome(),
              count,
              sent,
              received,
              null,
              null));
    }
  }

  private SampleBatch rest(Journal.Head head, List<Series> series) {
    return new SampleBatch(
        SampleBatch.SCHEMA,
        Instant.now(),
        run,
        slave,
        epoch,
        head.next(),
        head.second() + 1,
        published.isEmpty() ? 0 : published.getLast().clockOffsetMillis(),
        published.isEmpty() ? 0 : published.getLast().clockBoundMillis(),
        List.of(),
        series,
        List.of(),
        Dropped.NOTHING,
        RunnerHealth.UNKNOWN,
        List.of());
  }
}
