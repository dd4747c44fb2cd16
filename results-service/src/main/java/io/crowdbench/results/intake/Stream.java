package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.results.store.Ranges;
import org.jspecify.annotations.Nullable;

/// One runner's stream of records: which have come, and what they add up to.
final class Stream {

  final int slave;
  final long epoch;
  final Ranges received;

  /// Numbers of records that came after a later epoch had begun, and do not count.
  final Ranges fenced;

  int lastSecond = -1;
  long droppedLines;
  long droppedErrors;

  /// Operations that were counted and have no latency.
  long untimed;

  OutcomeCounts operations = OutcomeCounts.NONE;
  OutcomeCounts transactions = OutcomeCounts.NONE;

  /// What the runner counted in all; absent before its end.
  @Nullable FinalCounters counted;

  Stream(int slave, long epoch, Ranges received, Ranges fenced) {
    this.slave = slave;
    this.epoch = epoch;
    this.received = received;
    this.fenced = fenced;
  }

  void add(SampleBatch batch) {
    lastSecond = Math.max(lastSecond, batch.second());
    droppedLines += batch.dropped().debugLines();
    droppedErrors += batch.dropped().errorGroups();
  }

  void end(EndOfStream end) {
    counted = end.counters();
  }
}
