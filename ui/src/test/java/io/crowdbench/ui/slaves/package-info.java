@NullMarked
package io.crowdbench.ui.slaves;

import org.jspecify.annotations.NullMarked;
