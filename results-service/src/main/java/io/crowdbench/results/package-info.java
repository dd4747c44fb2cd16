/// Samples in, exact merged results out; the doors are the topics `samples`, `run-events` and
/// `debug-logs`, and `/api/results`.
@NullMarked
package io.crowdbench.results;

import org.jspecify.annotations.NullMarked;
