/// Cookies as browsers keep them (RFC 6265 with what its revision, RFC 6265bis, took from
/// browsers). The entry point is [io.crowdbench.agent.cookie.Cookies].
@NullMarked
package io.crowdbench.agent.cookie;

import org.jspecify.annotations.NullMarked;
