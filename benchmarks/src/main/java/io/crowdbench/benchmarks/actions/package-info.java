/// Actions that the benchmarks carry, in a bundle like any other.
@NullMarked
package io.crowdbench.benchmarks.actions;

import org.jspecify.annotations.NullMarked;
