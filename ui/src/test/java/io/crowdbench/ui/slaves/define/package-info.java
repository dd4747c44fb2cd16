@NullMarked
package io.crowdbench.ui.slaves.define;

import org.jspecify.annotations.NullMarked;
