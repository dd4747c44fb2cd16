/// What happens to a run, from planned to its end.
@NullMarked
package io.crowdbench.messages.run;

import org.jspecify.annotations.NullMarked;
