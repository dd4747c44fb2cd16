@NullMarked
package io.crowdbench.ui.home;

import org.jspecify.annotations.NullMarked;
