/// The long-lived agent: commands in, events out, one runner at a time. Its entry point is
/// [io.crowdbench.agent.control.Agent].
@NullMarked
package io.crowdbench.agent.control;

import org.jspecify.annotations.NullMarked;
