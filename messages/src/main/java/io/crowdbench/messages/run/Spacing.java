package io.crowdbench.messages.run;

/// How the users of an arrival rate follow one another.
public enum Spacing {
  /// At equal distances, all slaves together.
  EVEN,
  /// Independently of each other, as strangers do: distances are exponentially distributed.
  POISSON
}
