/// HTTP/1.1 over one connection: requests written, answers parsed. On the hot path.
@NullMarked
package io.crowdbench.agent.http.http1;

import org.jspecify.annotations.NullMarked;
