/// The table of all slaves; its entry point is the page `/slaves`.
@NullMarked
package io.crowdbench.ui.slaves.table;

import org.jspecify.annotations.NullMarked;
