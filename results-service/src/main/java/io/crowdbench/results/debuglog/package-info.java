/// Keeps the lines that actions log; its doors are the topic `debug-logs` and
/// `/api/results/{run}/logs`.
@NullMarked
package io.crowdbench.results.debuglog;

import org.jspecify.annotations.NullMarked;
