/// The words of HTTP that all versions share: requests, answers, header fields, origins, redirects.
@NullMarked
package io.crowdbench.agent.http;

import org.jspecify.annotations.NullMarked;
