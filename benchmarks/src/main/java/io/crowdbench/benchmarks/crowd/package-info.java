/// What very many users cost who mostly think.
@NullMarked
package io.crowdbench.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
