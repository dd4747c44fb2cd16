/// Merges what was taken in, second by second, and folds seconds into blocks; what it publishes
/// goes to `results`.
@NullMarked
package io.crowdbench.results.rollup;

import org.jspecify.annotations.NullMarked;
