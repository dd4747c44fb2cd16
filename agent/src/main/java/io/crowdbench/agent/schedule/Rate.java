package io.crowdbench.agent.schedule;

/// How many arrive per nanosecond of a step: from one rate to another in a straight line, the other
/// one ever after.
record Rate(double from, double to, double rampNanos) {

  static final Rate NONE = new Rate(0, 0, 0);

  /// How many arrive from the step's beginning to that time.
  double count(double nanos) {
    return nanos < rampNanos
        ? from * nanos + (to - from) * nanos * nanos / (2 * rampNanos)
        : (from + to) / 2 * rampNanos + to * (nanos - rampNanos);
  }

  /// When that many have arrived; infinite if that is never.
  double reaches(double count) {
    var inRamp = (from + to) / 2 * rampNanos;
    if (count > inRamp) {
      return to > 0 ? rampNanos + (count - inRamp) / to : Double.POSITIVE_INFINITY;
    }
    // The quadratic formula in the form that stays exact when the slope is next to nothing.
    var root = Math.sqrt(Math.max(0, from * from + 2 * count * (to - from) / rampNanos));
    return count <= 0 ? 0 : 2 * count / (from + root);
  }
}
