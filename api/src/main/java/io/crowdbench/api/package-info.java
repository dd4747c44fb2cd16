/// The HTTP APIs seen from outside: what is sent, what is answered, and one client for pages,
/// command line and tests. The entry point is [io.crowdbench.api.ApiClient]; docs/http-api.md lists
/// all there is.
@NullMarked
package io.crowdbench.api;

import org.jspecify.annotations.NullMarked;
