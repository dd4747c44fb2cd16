/// The whole run in one line per action and operation; its door is `/api/results/{run}/summary`.
@NullMarked
package io.crowdbench.results.summary;

import org.jspecify.annotations.NullMarked;
