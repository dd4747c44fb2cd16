/// HTTP/2 over one connection: frames, streams, flow control.
@NullMarked
package io.crowdbench.agent.http.http2;

import org.jspecify.annotations.NullMarked;
