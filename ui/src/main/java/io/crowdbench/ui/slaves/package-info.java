/// The slaves and how they are; its entry point is the page `/slaves`.
@NullMarked
package io.crowdbench.ui.slaves;

import org.jspecify.annotations.NullMarked;
