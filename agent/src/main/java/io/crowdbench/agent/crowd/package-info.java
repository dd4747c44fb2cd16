/// The virtual users: who does what, until when. Its door is [io.crowdbench.agent.crowd.Crowd].
@NullMarked
package io.crowdbench.agent.crowd;

import org.jspecify.annotations.NullMarked;
