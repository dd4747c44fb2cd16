package io.crowdbench.results.debuglog;

import java.util.List;

/// Some lines of a run's debug log.
///
/// @param written how many lines the actions wrote
/// @param kept how many of them were kept
record LogPage(long written, long kept, List<LoggedLine> lines) {}
