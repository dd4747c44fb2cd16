package io.crowdbench.runs.schedule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was changed of a plan's load while it ran.
///
/// @param users how many users more (or, negative, fewer) than planned repeat each action, from now
///   to the end
/// @param rates how many users arrive in a second, instead of what is planned, by the action's name
/// @param ratesStep the step in which that holds
public record Adjustment(Map<String, Integer> users, Map<String, Double> rates, int ratesStep) {

  public static final Adjustment NONE = new Adjustment(Map.of(), Map.of(), -1);

  @Nullable Double rate(int step, String action) {
    return step == ratesStep ? rates.get(action) : null;
  }
}
