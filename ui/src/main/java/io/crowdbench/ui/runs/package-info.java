/// All runs, newest first; its door is the page `/runs`.
@NullMarked
package io.crowdbench.ui.runs;

import org.jspecify.annotations.NullMarked;
