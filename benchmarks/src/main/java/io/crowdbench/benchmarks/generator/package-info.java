/// The load generators, each started as its users start it.
@NullMarked
package io.crowdbench.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
