package io.crowdbench.api;

import java.util.Map;

/// A change of a running run's load.
///
/// @param users users to add (or, negative, to take out), by the action's name
/// @param perSecond arrival rates in users per second, by the action's name
/// @param reason for the record; may be empty
public record LoadChangeRequest(
    Map<String, Integer> users, Map<String, Double> perSecond, String reason) {

  public static final LoadChangeRequest NONE = new LoadChangeRequest(Map.of(), Map.of(), "");
}
