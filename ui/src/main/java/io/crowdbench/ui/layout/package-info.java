/// The frame around every page.
@NullMarked
package io.crowdbench.ui.layout;

import org.jspecify.annotations.NullMarked;
