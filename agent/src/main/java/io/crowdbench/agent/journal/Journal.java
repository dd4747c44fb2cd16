package io.crowdbench.agent.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Keeps each second's records in a file until Kafka has them. Written by one thread.
///
/// The newest file stays: it says up to where the [CountTable] was published.
public final class Journal {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  static final String FOLDER = "journal";

  /// The last line of a file that was written to its end.
  static final String END = "end";

  /// The first line of a file.
  ///
  /// @param next sequence number of the record after this file's
  /// @param second of the run, whose records they are
  /// @param taken what was taken out of the table by then, as [CountTable] has it
  record Head(long next, int second, long[] taken) {}

  private record Written(Path file, long next) {}

  private final CountTable counts;
  private final Path folder;
  private final Deque<Written> written = new ArrayDeque<>();

  /// Sequence number of the first record that Kafka has not acknowledged.
  private volatile long unacknowledged;

  /// True once the disk has refused something: the run goes on without it.
  private boolean broken;

  private Journal(Path folder, CountTable counts) {
    this.folder = folder;
    this.counts = counts;
  }

  /// Begins in the runner's folder; its first file says that nothing was published.
  public static Journal in(Path runner) {
    try {
      var journal = new Journal(runner.resolve(FOLDER), CountTable.in(runner));
      Files.createDirectories(journal.folder);
      journal.write(-1, 0, List.of());
      return journal;
    } catch (IOException e) {
      var none = new Journal(runner, CountTable.inMemory());
      none.refused(e);
      return none;
    }
  }

  private void refused(IOException e) {
    broken = true;
    log.warn("If this runner is killed, its last seconds are lost: {}", e.toString());
  }

  /// Where everything is to be counted that the journal is to know of.
  public CountTable counts() {
    return counts;
  }

  /// Writes the records of a second, before they are published.
  ///
  /// @param next sequence number of the record after them
  public void write(int second, long next, List<byte[]> records) {
    if (broken) {
      return;
    }
    try {
      var file = folder.resolve("%012d".formatted(next));
      try (var out = Files.newOutputStream(file)) {
        line(out, JsonMapper.shared().writeValueAsBytes(new Head(next, second, counts.taken())));
        for (var each : records) {
          line(out, each);
        }
        line(out, END.getBytes(UTF_8));
      }
      deleteAcknowledged();
      written.add(new Written(file, next));
    } catch (IOException e) {
      refused(e);
    }
  }

  private static void line(OutputStream out, byte[] text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private void deleteAcknowledged() throws IOException {
    for (var first = written.peek();
        first != null && first.next <= unacknowledged;
        first = written.peek()) {
      Files.deleteIfExists(first.file);
      written.poll();
    }
  }

  /// Kafka has all of it: there is nothing to recover.
  public void delete() throws IOException {
    if (!broken) {
      for (var each : written) {
        Files.deleteIfExists(each.file);
      }
      Files.deleteIfExists(folder);
    }
  }

  /// Kafka has that record, and all before it. Any thread.
  public void acknowledged(long sequence) {
    unacknowledged = sequence + 1;
  }
}
