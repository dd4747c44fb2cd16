/// Merges samples second by second; its door is the topic `samples`, what it tells goes to
/// `results`.
@NullMarked
package io.crowdbench.results.rollup;

import org.jspecify.annotations.NullMarked;
