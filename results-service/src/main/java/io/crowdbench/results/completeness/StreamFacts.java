package io.crowdbench.results.completeness;

import io.crowdbench.messages.sample.FinalCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one runner's stream.
///
/// @param lastSecond the last second it has sent; absent if it has sent none
/// @param counted its final counters; none before its end
/// @param stored what its records add up to
/// @param fenced how many of its records came after a later epoch had begun
/// @param missing numbers of records that should be there, at most the first few
/// @param untimed operations that were counted and have no latency
record StreamFacts(
    String slave,
    long epoch,
    boolean ended,
    @Nullable Integer lastSecond,
    FinalCounters counted,
    FinalCounters stored,
    long fenced,
    long missingRecords,
    List<Long> missing,
    long untimed,
    long droppedLines,
    long droppedErrors) {}
