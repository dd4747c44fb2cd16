package io.crowdbench.results.proof;

import io.crowdbench.messages.sample.FinalCounters;
import java.util.List;

/// What the runners of a run counted, what is stored, and each difference.
///
/// @param ended every slave has ended its stream, so nothing more is to come
/// @param counted sum of the final counters that have come
/// @param problems those of all slaves, one sentence each; empty when all is there, once
record Proof(
    String run,
    boolean ended,
    FinalCounters counted,
    FinalCounters stored,
    List<String> problems,
    List<SlaveProof> slaves) {

  static Proof of(String run, List<SlaveProof> slaves) {
    return new Proof(
        run,
        !slaves.isEmpty() && slaves.stream().allMatch(SlaveProof::ended),
        slaves.stream().map(SlaveProof::counted).reduce(FinalCounters.NONE, FinalCounters::plus),
        slaves.stream().map(SlaveProof::stored).reduce(FinalCounters.NONE, FinalCounters::plus),
        slaves.stream().flatMap(slave -> slave.problems().stream()).toList(),
        slaves);
  }

  /// One slave's part of it.
  ///
  /// @param slave its id
  /// @param name what people call it; its id where no plan tells
  record SlaveProof(
      String slave,
      String name,
      boolean ended,
      FinalCounters counted,
      FinalCounters stored,
      List<String> problems) {}
}
