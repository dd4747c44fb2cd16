/// All virtual users of a runner: those who repeat an action, and those who arrive. The entry point
/// is [io.crowdbench.agent.crowd.Crowd].
@NullMarked
package io.crowdbench.agent.crowd;

import org.jspecify.annotations.NullMarked;
