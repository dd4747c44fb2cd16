/// All runs, newest first; its entry point is the page `/runs`.
@NullMarked
package io.crowdbench.ui.runs;

import org.jspecify.annotations.NullMarked;
