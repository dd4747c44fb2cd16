/// What virtual users run on and wait with: event loops that carry virtual threads and watch their
/// sockets. Its entry point is [io.crowdbench.agent.eventloop.EventLoops]; why, in
/// docs/decisions/0013-event-loops.md.
@NullMarked
package io.crowdbench.agent.eventloop;

import org.jspecify.annotations.NullMarked;
