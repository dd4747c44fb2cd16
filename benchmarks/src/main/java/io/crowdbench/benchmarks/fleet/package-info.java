/// What a fleet of slaves costs that is registered, beats, and starts a run together.
@NullMarked
package io.crowdbench.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
