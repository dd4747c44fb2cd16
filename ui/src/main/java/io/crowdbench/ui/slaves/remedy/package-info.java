/// What can be done about a slave's problems, as buttons.
@NullMarked
package io.crowdbench.ui.slaves.remedy;

import org.jspecify.annotations.NullMarked;
