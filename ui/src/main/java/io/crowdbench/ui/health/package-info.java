/// Which parts of the system are up, since when, and what to do where one is away. Its entry point
/// is [io.crowdbench.ui.health.HealthWatch].
@NullMarked
package io.crowdbench.ui.health;

import org.jspecify.annotations.NullMarked;
