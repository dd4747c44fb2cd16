/// Server-sent events over an answer that does not end.
@NullMarked
package io.crowdbench.agent.http.events;

import org.jspecify.annotations.NullMarked;
