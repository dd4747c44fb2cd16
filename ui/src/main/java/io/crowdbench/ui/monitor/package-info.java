/// One run, while it happens and afterwards; its door is the page `/runs/{id}`.
@NullMarked
package io.crowdbench.ui.monitor;

import org.jspecify.annotations.NullMarked;
