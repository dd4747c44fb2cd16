/// Passes `/api/...` on to the service that owns it.
@NullMarked
package io.crowdbench.ui.gateway;

import org.jspecify.annotations.NullMarked;
