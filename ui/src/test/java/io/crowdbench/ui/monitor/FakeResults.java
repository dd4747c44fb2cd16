package io.crowdbench.ui.monitor;

import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.Answer.Got;
import java.util.ArrayList;
import java.util.List;

/// A results-service that knows what a test put into it.
final class FakeResults implements Results {

  final List<SecondMerged> seconds = new ArrayList<>();
  final List<ErrorGroup> errors = new ArrayList<>();
  final List<Logged> logs = new ArrayList<>();
  final List<OverloadGroup> overload = new ArrayList<>();
  final List<CapturedFailure> failures = new ArrayList<>();
  boolean ended;

  static FinalCounters counters(long operations) {
    return new FinalCounters(new OutcomeCounts(operations, 0, 0), OutcomeCounts.NONE, 1);
  }

  @Override
  public Answer<List<Point>> points(String run, String slave, int from) {
    return new Got<>(
        seconds.stream()
            .filter(it -> it.slave().equals(slave) && it.second() >= from)
            .map(Point::of)
            .toList());
  }

  /// That of the last second stands for the whole run.
  @Override
  public Answer<Summary> summary(String run, String slave) {
    return new Got<>(new Summary(seconds.isEmpty() ? List.of() : seconds.getLast().lines()));
  }

  @Override
  public Answer<List<ErrorGroup>> errors(String run, String slave) {
    return new Got<>(errors.stream().filter(it -> it.slave().equals(slave)).toList());
  }

  @Override
  public Answer<List<OverloadGroup>> overload(String run) {
    return new Got<>(List.copyOf(overload));
  }

  @Override
  public Answer<List<CapturedFailure>> failures(String run, ErrorGroup group) {
    return new Got<>(
        failures.stream().filter(it -> it.fingerprint().equals(group.fingerprint())).toList());
  }

  @Override
  public Answer<LogPage> lastLogs(String run, int limit) {
    return new Got<>(new LogPage(logs.size(), List.copyOf(logs)));
  }

  @Override
  public Answer<Completeness> completeness(String run) {
    return new Got<>(new Completeness(ended, counters(3_214), counters(3_214), List.of()));
  }
}
