/// A run from the button to its end. Its doors are `/api/runs` and the topic `agent-events`.
@NullMarked
package io.crowdbench.runs.lifecycle;

import org.jspecify.annotations.NullMarked;
