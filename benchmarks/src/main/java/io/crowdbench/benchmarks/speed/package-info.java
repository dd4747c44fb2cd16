/// What a request costs each generator.
@NullMarked
package io.crowdbench.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
