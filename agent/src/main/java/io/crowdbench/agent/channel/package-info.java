/// What stays open behind an answer's head, as actions use it: WebSockets and streams of events.
@NullMarked
package io.crowdbench.agent.channel;

import org.jspecify.annotations.NullMarked;
