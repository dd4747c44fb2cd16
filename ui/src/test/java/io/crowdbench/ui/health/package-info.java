@NullMarked
package io.crowdbench.ui.health;

import org.jspecify.annotations.NullMarked;
