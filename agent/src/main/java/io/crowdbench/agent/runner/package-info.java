/// The process that carries the load of one run. Its entry point is
/// [io.crowdbench.agent.runner.RunnerMain].
@NullMarked
package io.crowdbench.agent.runner;

import org.jspecify.annotations.NullMarked;
