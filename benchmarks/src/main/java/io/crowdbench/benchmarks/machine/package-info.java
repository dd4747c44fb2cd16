/// What the machine has, and what processes take of it.
@NullMarked
package io.crowdbench.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
