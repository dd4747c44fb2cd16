/// The slaves and how they are; its door is the page `/slaves`.
@NullMarked
package io.crowdbench.ui.slaves;

import org.jspecify.annotations.NullMarked;
