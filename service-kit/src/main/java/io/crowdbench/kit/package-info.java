/// What the services and the UI share: [io.crowdbench.kit.ServiceKit] brings all of it into an
/// application.
@NullMarked
package io.crowdbench.kit;

import org.jspecify.annotations.NullMarked;
