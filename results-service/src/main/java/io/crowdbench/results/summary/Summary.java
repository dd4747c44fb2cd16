package io.crowdbench.results.summary;

import io.crowdbench.messages.result.SeriesLine;
import java.util.List;

/// The whole run so far, of one slave or of all together.
///
/// @param seconds how many seconds it has results of, from second 0 to the last
/// @param lines in the order of a merged second's
record Summary(String run, String slave, int seconds, List<SeriesLine> lines) {}
