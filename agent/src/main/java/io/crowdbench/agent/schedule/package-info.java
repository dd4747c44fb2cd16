/// When who is due: what follows from the steps and the time alone. Its entry point is
/// [io.crowdbench.agent.schedule.Schedule].
@NullMarked
package io.crowdbench.agent.schedule;

import org.jspecify.annotations.NullMarked;
