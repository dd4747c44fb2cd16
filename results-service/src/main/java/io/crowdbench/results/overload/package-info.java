/// Keeps when slaves were overloaded, so that they rather than the site set the limit; its entry
/// point is `/api/results/{run}/overload`.
@NullMarked
package io.crowdbench.results.overload;

import org.jspecify.annotations.NullMarked;
