package io.crowdbench.results.query;

import io.crowdbench.messages.result.SeriesLine;
import java.util.List;

/// A window of a run, or all of it, of some slaves or of all together.
///
/// @param slave id of the slave, ids with commas between, or `*`
/// @param seconds how many seconds there are results of, from second 0 to the last
/// @param lines in the order of a merged second's
record Summary(String run, String slave, int seconds, List<SeriesLine> lines) {}
