/// Keeps when slaves were at a limit of their own; its door is `/api/results/{run}/strains`.
@NullMarked
package io.crowdbench.results.strain;

import org.jspecify.annotations.NullMarked;
