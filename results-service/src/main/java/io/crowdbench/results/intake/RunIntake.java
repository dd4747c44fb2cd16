package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import io.crowdbench.results.histogram.Output;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.Measurements.UserCount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one transaction takes in of one run: gathered in memory, written at its end.
final class RunIntake {

  private final OpenRun run;
  private final SlaveRows stored;
  private final List<SlaveRows.Row> rows = new ArrayList<>();
  private final TreeMap<Integer, Measurements> parts = new TreeMap<>();
  private final Set<Stream> changed = new LinkedHashSet<>();
  private final List<SampleBatch> troubled = new ArrayList<>();
  private boolean ended;

  RunIntake(OpenRun run, SlaveRows stored) {
    this.run = run;
    this.stored = stored;
  }

  OpenRun run() {
    return run;
  }

  List<SlaveRows.Row> rows() {
    return rows;
  }

  /// By second.
  SortedMap<Integer, Measurements> parts() {
    return parts;
  }

  Set<Stream> changed() {
    return changed;
  }

  /// Those that tell of errors or of an overload.
  List<SampleBatch> troubled() {
    return troubled;
  }

  boolean hasEnded() {
    return ended;
  }

  void end(EndOfStream end) {
    var slave = run.slave(end.slave());
    var stream = slave.stream(end.epoch());
    if (slave.isFenced(end.epoch())) {
      if (stream.fenced.add(end.sequence())) {
        changed.add(stream);
      }
      return;
    }
    stream.end(end);
    changed.add(stream);
    ended = true;
  }

  /// True if the record counts: it was not seen before, nor ended by a later start of its agent.
  boolean isFresh(SampleBatch batch) {
    var slave = run.slave(batch.slave());
    var stream = slave.stream(batch.epoch());
    if (stream.received.contains(batch.sequence())) {
      return false;
    }
    if (slave.isFenced(batch.epoch())) {
      if (stream.fenced.add(batch.sequence())) {
        changed.add(stream);
      }
      return false;
    }
    return true;
  }

  /// @param decoded its histograms
  void add(SampleBatch batch, Decoded decoded) {
    var slave = run.slave(batch.slave());
    var stream = slave.stream(batch.epoch());
    var part = parts.computeIfAbsent(batch.second(), _ -> new Measurements());
    var users = addUsers(slave, batch, part);
    stream.received.add(batch.sequence());
    stream.add(batch);
    changed.add(stream);
    var out = new Output();
    Measurements.head(out, 1, users, batch.series().size());
    for (int i = 0; i < batch.series().size(); i++) {
      var series = batch.series().get(i);
      int number = run.series(series);
      var sum = part.series(number);
      sum.add(series.count(), series.bytesSent(), series.bytesReceived());
      decoded.latency(i).addTo(sum.latency());
      decoded.intended(i).addTo(sum.intended());
      decoded.write(i, number, series, out);
      count(stream, series);
    }
    rows.add(
        new SlaveRows.Row(
            batch.second(), slave.number(), batch.epoch(), batch.sequence(), out.toBytes()));
    if (!batch.errors().isEmpty() || !batch.overloads().isEmpty()) {
      troubled.add(batch);
    }
  }

  private SortedMap<Integer, UserCount> addUsers(
      OpenSlave slave, SampleBatch batch, Measurements part) {
    var known =
        slave.users(batch.second(), second -> stored.users(run.number(), slave.number(), second));
    if (known.setPresent()) {
      part.addSlaves(1);
    }
    var users = new TreeMap<Integer, UserCount>();
    for (var each : batch.users()) {
      int action = run.users(each.action());
      var count = new UserCount(each.active(), each.inFlight());
      users.put(action, count);
      part.addUsers(action, known.add(action, batch.epoch(), batch.sequence(), count));
    }
    return users;
  }

  private static void count(Stream stream, Series series) {
    var counts = OutcomeCounts.of(series.outcome(), series.count());
    if (series.kind().counted() == Kind.OPERATION) {
      stream.operations = stream.operations.plus(counts);
      if (series.outcome() != Outcome.INCOMPLETE && series.latency() == null) {
        stream.untimed += series.count();
      }
    } else if (series.kind() == Kind.TRANSACTION) {
      stream.transactions = stream.transactions.plus(counts);
    }
  }
}
