/// HTTP/1.1 over blocking sockets: the runner's hot path. Its door is
/// [io.crowdbench.agent.http.Browser].
@NullMarked
package io.crowdbench.agent.http;

import org.jspecify.annotations.NullMarked;
