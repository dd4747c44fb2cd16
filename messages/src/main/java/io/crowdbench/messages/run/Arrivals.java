package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.orElse;

/// Users of one action who arrive at a rate, whatever becomes of those before them, and pass once.
///
/// @param perSecond how many arrive in a second, all slaves together
public record Arrivals(double perSecond, Spacing spacing) {

  public Arrivals {
    spacing = orElse(spacing, Spacing.EVEN);
  }
}
