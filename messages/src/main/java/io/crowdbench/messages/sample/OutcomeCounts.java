package io.crowdbench.messages.sample;

/// How many ended in which way.
public record OutcomeCounts(long passed, long failed, long incomplete) {

  public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0);

  /// This many of one outcome.
  public static OutcomeCounts of(Outcome outcome, long count) {
    return switch (outcome) {
      case PASSED -> new OutcomeCounts(count, 0, 0);
      case FAILED -> new OutcomeCounts(0, count, 0);
      case INCOMPLETE -> new OutcomeCounts(0, 0, count);
    };
  }

  public OutcomeCounts plus(OutcomeCounts other) {
    return new OutcomeCounts(
        passed + other.passed, failed + other.failed, incomplete + other.incomplete);
  }

  /// All that were started.
  public long started() {
    return passed + failed + incomplete;
  }
}
