package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.results.failure.ErrorGroups;
import io.crowdbench.results.histogram.Unreadable;
import io.crowdbench.results.overload.Overloads;
import io.crowdbench.results.store.Due;
import io.crowdbench.results.store.Folds;
import io.crowdbench.results.store.Parts;
import io.crowdbench.results.store.StoredRuns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a batch of samples into the database: all of it or nothing, and each record once.
///
/// What is known of streams is kept in memory from one batch to the next, so that nothing that was
/// written is read back. It is forgotten when a transaction fails, and when a partition stands
/// elsewhere than this instance left it, since then another one has written. One thread only.
@Component
class Intake {

  private static final int MAX_SECONDS = 20;

  private final StoredRuns runs;
  private final ReadPositions positions;
  private final SlaveRows rows;
  private final Streams streams;
  private final Parts parts;
  private final Folds folds;
  private final ErrorGroups errors;
  private final Overloads overloads;
  private final Due due;
  private final TransactionTemplate transaction;
  private final Decoded decoded = new Decoded();
  private final Map<String, OpenRun> open = new HashMap<>();
  private Map<Integer, Long> left = new HashMap<>();

  Intake(
      StoredRuns runs,
      ReadPositions positions,
      SlaveRows rows,
      Streams streams,
      Parts parts,
      Folds folds,
      ErrorGroups errors,
      Overloads overloads,
      Due due,
      PlatformTransactionManager transactions) {
    this.runs = runs;
    this.positions = positions;
    this.rows = rows;
    this.streams = streams;
    this.parts = parts;
    this.folds = folds;
    this.errors = errors;
    this.overloads = overloads;
    this.due = due;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A record that can never be stored.
  record Refusal(SampleMessage message, Unreadable why) {}

  /// Returns what can't be stored once all else is. Seconds of few slaves that have waited long are
  /// many to a poll, and each takes room while it is added up: they are taken in a few at a time.
  List<Refusal> take(List<Received> records) {
    var refused = new ArrayList<Refusal>();
    var some = new ArrayList<Received>();
    var seconds = new HashSet<List<Object>>();
    for (var record : records) {
      if (record.message() instanceof SampleBatch batch
          && seconds.add(List.of(batch.run(), batch.second()))
          && seconds.size() > MAX_SECONDS) {
        takeSome(some, refused);
        some.clear();
        seconds.clear();
        seconds.add(List.of(batch.run(), batch.second()));
      }
      some.add(record);
    }
    takeSome(some, refused);
    return refused;
  }

  private void takeSome(List<Received> records, List<Refusal> refused) {
    try {
      transaction.executeWithoutResult(_ -> take(records, refused));
    } catch (RuntimeException e) {
      forget();
      throw e;
    }
  }

  private void forget() {
    open.clear();
    left = new HashMap<>();
  }

  private void take(List<Received> records, List<Refusal> refused) {
    var next =
        positions.lock(records.stream().map(Received::partition).collect(Collectors.toSet()));
    if (next.entrySet().stream().anyMatch(it -> !it.getValue().equals(left.get(it.getKey())))) {
      forget();
    }
    var byRun = new LinkedHashMap<String, List<SampleMessage>>();
    for (var record : records) {
      long expected = next.getOrDefault(record.partition(), 0L);
      if (record.offset() >= expected) {
        next.put(record.partition(), record.offset() + 1);
        var message = record.message();
        if (message != null && isReadable(message, refused)) {
          byRun.computeIfAbsent(message.run(), _ -> new ArrayList<>()).add(message);
        }
      }
    }
    byRun.forEach((id, messages) -> {
      var run = open(id);
      if (run != null) {
        write(gather(run, messages, refused));
      }
    });
    positions.set(next);
    left.putAll(next);
  }

  private static boolean isReadable(SampleMessage message, List<Refusal> refused) {
    if ((message.run() + message.slave()).indexOf('\0') >= 0) {
      var why = "the id of the run or of the slave has a character of code 0";
      refused.add(new Refusal(message, new Unreadable(why, null)));
      return false;
    }
    return true;
  }

  private @Nullable OpenRun open(String id) {
    var known = open.get(id);
    if (known == null) {
      var stored = runs.open(id);
      if (stored.isEmpty()) {
        return null;
      }
      known = new OpenRun(stored.get());
      open.put(id, known);
    }
    return known;
  }

  private RunIntake gather(OpenRun run, List<SampleMessage> messages, List<Refusal> refused) {
    var unknown = run.unknown(messages);
    if (!unknown.isEmpty()) {
      runs.number(run.stored(), unknown.slaves(), unknown.series());
    }
    var unopened = run.unopened(messages);
    if (!unopened.isEmpty()) {
      run.open(unopened, streams.of(run.number(), unopened));
    }
    var intake = new RunIntake(run, rows);
    for (var message : messages) {
      switch (message) {
        case EndOfStream end -> intake.end(end);
        case SampleBatch batch when intake.isFresh(batch) -> {
          try {
            decoded.read(batch);
            intake.add(batch, decoded);
          } catch (Unreadable e) {
            refused.add(new Refusal(batch, e));
          }
        }
        case SampleBatch _ -> {
          // Seen before, or its agent was replaced.
        }
      }
    }
    return intake;
  }

  private void write(RunIntake intake) {
    var run = intake.run();
    int number = run.number();
    if (!intake.rows().isEmpty()) {
      rows.add(number, intake.rows());
      parts.add(number, intake.parts());
      folds.open(number, true, intake.parts().keySet());
    }
    streams.save(number, intake.changed());
    if (!intake.troubled().isEmpty()) {
      errors.add(run.stored(), intake.troubled());
      overloads.add(run.stored(), intake.troubled());
      if (intake.troubled().stream().anyMatch(batch -> !batch.errors().isEmpty())) {
        due.add(number, Due.What.ERRORS);
      }
      if (intake.troubled().stream().anyMatch(batch -> !batch.overloads().isEmpty())) {
        due.add(number, Due.What.OVERLOAD);
      }
    }
    if (!intake.changed().isEmpty()) {
      due.add(number, Due.What.COMPLETENESS);
    }
    run.settle();
  }
}
