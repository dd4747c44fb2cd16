package io.crowdbench.api;

import io.crowdbench.messages.result.SeriesLine;
import java.util.List;

/// The whole run, of one slave or of all together.
///
/// @param slave its id, or `*` for all
/// @param seconds how many seconds it has results of
/// @param lines one per kind, action and name
public record SummaryView(String run, String slave, int seconds, List<SeriesLine> lines) {}
