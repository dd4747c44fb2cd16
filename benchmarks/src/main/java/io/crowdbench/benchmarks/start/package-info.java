/// The first minute: what it takes until the stack is up and until a demo shows its first second.
@NullMarked
package io.crowdbench.benchmarks.start;

import org.jspecify.annotations.NullMarked;
