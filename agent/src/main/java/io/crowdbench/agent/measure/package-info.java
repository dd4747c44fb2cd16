/// What is counted and timed in a runner, second by second. Its entry point is
/// [io.crowdbench.agent.measure.Meter].
@NullMarked
package io.crowdbench.agent.measure;

import org.jspecify.annotations.NullMarked;
