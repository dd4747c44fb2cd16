/// HTTP/1.1, the runner's hot path, and beside it HTTP/2, WebSockets and events, all over blocking
/// sockets of event loops. Its door is [io.crowdbench.agent.http.Browser].
@NullMarked
package io.crowdbench.agent.http;

import org.jspecify.annotations.NullMarked;
