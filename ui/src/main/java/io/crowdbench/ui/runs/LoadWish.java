package io.crowdbench.ui.runs;

import java.util.Map;

/// What somebody wants of a running run's load.
///
/// @param change users to add (or, negative, to take out), by the action's name
/// @param perSecond how many users are to arrive in a second, by the action's name
/// @param reason for the record; may be empty
public record LoadWish(Map<String, Integer> change, Map<String, Double> perSecond, String reason) {

  public static final LoadWish NOTHING = new LoadWish(Map.of(), Map.of(), "");
}
