package io.crowdbench.api;

import io.crowdbench.messages.sample.FinalCounters;
import java.util.List;

/// Whether everything that a run's slaves measured is in its results.
///
/// @param ended all of it has come and is merged, so nothing changes any more
/// @param counted what the runners counted
/// @param stored what the results hold
/// @param problems each difference in a sentence; empty when there is none
public record CompletenessView(
    boolean ended, FinalCounters counted, FinalCounters stored, List<String> problems) {}
