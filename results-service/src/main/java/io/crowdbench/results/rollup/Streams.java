package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.SampleBatch;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is known of each runner's stream of records as a whole.
@Component
class Streams {

  private static final String BATCH =
      """
      insert into stream (run, slave, epoch, last_second, dropped_lines, dropped_errors)
      values (?, ?, ?, ?, ?, ?)
      on conflict (run, slave, epoch) do update set
        last_second = greatest(stream.last_second, excluded.last_second),
        dropped_lines = stream.dropped_lines + excluded.dropped_lines,
        dropped_errors = stream.dropped_errors + excluded.dropped_errors
      """;
  private static final String END =
      """
      insert into stream (run, slave, epoch, ended,
        counted_operations_passed, counted_operations_failed, counted_operations_incomplete,
        counted_transactions_passed, counted_transactions_failed, counted_transactions_incomplete,
        counted_batches)
      values (?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?)
      on conflict (run, slave, epoch) do update set ended = true,
        counted_operations_passed = excluded.counted_operations_passed,
        counted_operations_failed = excluded.counted_operations_failed,
        counted_operations_incomplete = excluded.counted_operations_incomplete,
        counted_transactions_passed = excluded.counted_transactions_passed,
        counted_transactions_failed = excluded.counted_transactions_failed,
        counted_transactions_incomplete = excluded.counted_transactions_incomplete,
        counted_batches = excluded.counted_batches
      """;

  private final JdbcTemplate database;

  Streams(JdbcTemplate database) {
    this.database = database;
  }

  void add(List<Sample> fresh) {
    for (var sample : fresh) {
      switch (sample.message()) {
        case SampleBatch batch -> add(batch);
        case EndOfStream end -> end(end);
      }
    }
  }

  private void add(SampleBatch batch) {
    database.update(
        BATCH,
        batch.run(),
        batch.slave(),
        batch.epoch(),
        batch.second(),
        batch.dropped().debugLines(),
        batch.dropped().errorGroups());
  }

  private void end(EndOfStream end) {
    var operations = end.counters().operations();
    var transactions = end.counters().transactions();
    database.update(
        END,
        end.run(),
        end.slave(),
        end.epoch(),
        operations.passed(),
        operations.failed(),
        operations.incomplete(),
        transactions.passed(),
        transactions.failed(),
        transactions.incomplete(),
        end.counters().batches());
  }
}
