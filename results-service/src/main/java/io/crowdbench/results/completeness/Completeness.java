package io.crowdbench.results.completeness;

import io.crowdbench.messages.sample.FinalCounters;
import java.util.List;

/// What the runners of a run counted, what is stored, and each difference.
///
/// @param ended every slave has ended its stream and all of it is merged, so nothing more is to
///   come
/// @param counted sum of the final counters that have come
/// @param problems those of all slaves, one sentence each; empty when all is there, once
record Completeness(
    String run,
    boolean ended,
    FinalCounters counted,
    FinalCounters stored,
    List<String> problems,
    List<SlaveCompleteness> slaves) {

  /// @param merging some of it is not in the merged seconds yet
  static Completeness of(String run, List<SlaveCompleteness> slaves, boolean merging) {
    return new Completeness(
        run,
        !merging && !slaves.isEmpty() && slaves.stream().allMatch(SlaveCompleteness::ended),
        slaves.stream()
            .map(SlaveCompleteness::counted)
            .reduce(FinalCounters.NONE, FinalCounters::plus),
        slaves.stream()
            .map(SlaveCompleteness::stored)
            .reduce(FinalCounters.NONE, FinalCounters::plus),
        slaves.stream().flatMap(slave -> slave.problems().stream()).toList(),
        slaves);
  }

  /// One slave's part of it.
  ///
  /// @param slave its id
  /// @param name what people call it; its id where no plan tells
  record SlaveCompleteness(
      String slave,
      String name,
      boolean ended,
      FinalCounters counted,
      FinalCounters stored,
      List<String> problems) {}
}
