/// A run from the button to its end. Its entry point are `/api/runs` and the topic `agent-events`.
@NullMarked
package io.crowdbench.runs.lifecycle;

import org.jspecify.annotations.NullMarked;
