/// WebSockets (RFC 6455) over a connection that was upgraded.
@NullMarked
package io.crowdbench.agent.http.websocket;

import org.jspecify.annotations.NullMarked;
