package io.crowdbench.results;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.Overload;
import io.crowdbench.messages.sample.Overload.Limit;
import io.crowdbench.messages.sample.RunnerHealth;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/// A runner that measures what a test tells it to.
final class Runner {

  static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

  final Histogram all = new Histogram(3);
  private final String run;
  private final String slave;
  private final long epoch;
  private long sequence;
  private long failed;
  private long untimed;

  Runner(String run, String slave, long epoch) {
    this.run = run;
    this.slave = slave;
    this.epoch = epoch;
  }

  /// The next record: one passed operation and transaction for each latency, and one failed
  /// operation without.
  SampleBatch second(int second, long... micros) {
    var histogram = new Histogram(3);
    for (var value : micros) {
      histogram.recordValue(value);
      all.recordValue(value);
    }
    failed++;
    var text = text(histogram);
    return new SampleBatch(
        Message.SCHEMA,
        AT,
        run,
        slave,
        epoch,
        sequence++,
        second,
        0,
        1,
        List.of(new ActionUsers("Shop", micros.length, 1)),
        List.of(
            series(Kind.OPERATION, "GET /", Outcome.PASSED, micros.length, text),
            series(Kind.TRANSACTION, "Shop", Outcome.PASSED, micros.length, text),
            series(Kind.OPERATION, "GET /", Outcome.FAILED, 1, text(new Histogram(3)))),
        List.of(new ErrorCount("Shop", "GET /", "status 5xx", "status 503 for user 7", 1)),
        Dropped.NOTHING,
        RunnerHealth.UNKNOWN,
        List.of(new Overload(Limit.PROCESSOR, "busy in second " + second)));
  }

  /// A record like [#second], of passes that a schedule wanted and that began late.
  ///
  /// @param late in microseconds
  SampleBatch late(int second, long late, long micros) {
    var batch = second(second, micros);
    var intended = new Histogram(3);
    intended.recordValue(micros + late);
    return new SampleBatch(
        batch.schema(),
        batch.at(),
        run,
        slave,
        epoch,
        batch.sequence(),
        second,
        0,
        1,
        batch.users(),
        batch.series().stream()
            .map(series ->
                series.outcome() == Outcome.PASSED ? intended(series, text(intended)) : series)
            .toList(),
        batch.errors(),
        batch.dropped(),
        batch.health(),
        batch.overloads());
  }

  /// What the agent of a killed runner publishes in its place: counts, and no latencies.
  SampleBatch rest(int second, long count) {
    untimed += count;
    return of(
        second(second),
        List.of(
            new Series(Kind.OPERATION, "Shop", "GET /", Outcome.PASSED, count, 0, 0, null, null)),
        List.of());
  }

  /// The next record, with these errors and nothing else.
  SampleBatch errors(List<ErrorCount> errors) {
    return of(second(0), List.of(), errors);
  }

  private SampleBatch of(SampleBatch batch, List<Series> series, List<ErrorCount> errors) {
    failed--;
    return batch.part(0, series, errors);
  }

  private static Series intended(Series it, String intended) {
    return new Series(
        it.kind(),
        it.action(),
        it.name(),
        it.outcome(),
        it.count(),
        it.bytesSent(),
        it.bytesReceived(),
        it.latency(),
        intended);
  }

  EndOfStream end() {
    var passed = all.getTotalCount();
    return new EndOfStream(
        Message.SCHEMA,
        AT,
        run,
        slave,
        epoch,
        sequence,
        new FinalCounters(
            new OutcomeCounts(passed + untimed, failed, 0),
            new OutcomeCounts(passed, 0, 0),
            sequence));
  }

  private static Series series(
      Kind kind, String name, Outcome outcome, long count, String latency) {
    return new Series(kind, "Shop", name, outcome, count, 10 * count, 100 * count, latency, null);
  }

  private static String text(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    var length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
