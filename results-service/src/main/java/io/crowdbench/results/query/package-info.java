/// Answers what was measured in any window of a run; its entry points are
/// `/api/results/{run}/summary`, `/series` and `/seconds`.
@NullMarked
package io.crowdbench.results.query;

import org.jspecify.annotations.NullMarked;
