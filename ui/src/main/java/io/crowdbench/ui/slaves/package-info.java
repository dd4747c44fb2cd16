/// The slaves, as all their pages know them, and what can be done with them.
@NullMarked
package io.crowdbench.ui.slaves;

import org.jspecify.annotations.NullMarked;
