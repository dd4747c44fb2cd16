/// One slave; its entry point is the page `/slaves/{id}`.
@NullMarked
package io.crowdbench.ui.slaves.detail;

import org.jspecify.annotations.NullMarked;
