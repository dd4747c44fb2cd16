package io.crowdbench.results.debuglog;

import io.crowdbench.messages.debuglog.DebugLine;

/// A line that was kept.
///
/// @param number grows with each line kept; ask for what is after it to go on
record LoggedLine(long number, DebugLine line) {}
