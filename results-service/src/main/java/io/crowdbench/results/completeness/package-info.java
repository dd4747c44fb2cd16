/// Compares what the runners counted with what is stored; its entry point is
/// `/api/results/{run}/completeness`.
@NullMarked
package io.crowdbench.results.completeness;

import org.jspecify.annotations.NullMarked;
