/// Groups what went wrong; its door is `/api/results/{run}/errors`.
@NullMarked
package io.crowdbench.results.failure;

import org.jspecify.annotations.NullMarked;
