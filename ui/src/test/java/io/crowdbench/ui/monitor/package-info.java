@NullMarked
package io.crowdbench.ui.monitor;

import org.jspecify.annotations.NullMarked;
