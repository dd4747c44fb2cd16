/// One user, one iteration, every step printed: what `crowdbench try` runs.
@NullMarked
package io.crowdbench.agent.rehearsal;

import org.jspecify.annotations.NullMarked;
