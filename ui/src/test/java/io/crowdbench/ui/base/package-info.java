@NullMarked
package io.crowdbench.ui.base;

import org.jspecify.annotations.NullMarked;
