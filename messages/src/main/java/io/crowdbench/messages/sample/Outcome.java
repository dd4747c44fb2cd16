package io.crowdbench.messages.sample;

/// How an operation or a transaction ended.
public enum Outcome {
  /// Finished, and every check held.
  PASSED,
  /// Finished with an error or a check that did not hold.
  FAILED,
  /// Started and not finished when the run ended.
  INCOMPLETE
}
