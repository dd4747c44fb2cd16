/// Compares what the runners counted with what is stored; its door is `/api/results/{run}/proof`.
@NullMarked
package io.crowdbench.results.proof;

import org.jspecify.annotations.NullMarked;
