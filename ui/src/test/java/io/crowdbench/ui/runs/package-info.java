@NullMarked
package io.crowdbench.ui.runs;

import org.jspecify.annotations.NullMarked;
