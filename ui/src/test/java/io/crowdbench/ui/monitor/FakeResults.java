package io.crowdbench.ui.monitor;

import io.crowdbench.api.CompletenessView;
import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
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
  public Result<List<Point>> points(String run, String slave, int from) {
    return new Ok<>(
        seconds.stream()
            .filter(it -> it.slave().equals(slave) && it.second() >= from)
            .map(Point::of)
            .toList());
  }

  /// That of the last second stands for the whole run.
  @Override
  public Result<Summary> summary(String run, String slave) {
    return new Ok<>(new Summary(seconds.isEmpty() ? List.of() : seconds.getLast().lines()));
  }

  @Override
  public Result<List<ErrorGroup>> errors(String run, String slave) {
    return new Ok<>(errors.stream().filter(it -> it.slave().equals(slave)).toList());
  }

  @Override
  public Result<List<OverloadGroup>> overload(String run) {
    return new Ok<>(List.copyOf(overload));
  }

  @Override
  public Result<List<CapturedFailure>> failures(String run, ErrorGroup group) {
    return new Ok<>(
        failures.stream().filter(it -> it.fingerprint().equals(group.fingerprint())).toList());
  }

  @Override
  public Result<LogPage> lastLogs(String run, int limit) {
    return new Ok<>(new LogPage(logs.size(), List.copyOf(logs)));
  }

  @Override
  public Result<CompletenessView> completeness(String run) {
    return new Ok<>(new CompletenessView(ended, counters(3_214), counters(3_214), List.of()));
  }
}
