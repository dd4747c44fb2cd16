package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.LoadChange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants of a running run's load.
///
/// @param users for [LoadChange#USERS]: users to add (or, negative, to take out)
/// @param perSecond for [LoadChange#RATES]: how many users are to arrive in a second
/// @param by who wants it, if that is known
/// @param reason why, if they say so
record LoadChangeRequest(
    LoadChange kind,
    Map<String, Integer> users,
    Map<String, Double> perSecond,
    @Nullable String by,
    @Nullable String reason) {}
