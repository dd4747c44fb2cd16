/// Failed requests kept as examples: few of each kind, without secrets. Its entry point is
/// [io.crowdbench.agent.capture.Captures].
@NullMarked
package io.crowdbench.agent.capture;

import org.jspecify.annotations.NullMarked;
