/// TLS as an author configured it: trust, client certificates, sessions of each user's own.
@NullMarked
package io.crowdbench.agent.http.tls;

import org.jspecify.annotations.NullMarked;
