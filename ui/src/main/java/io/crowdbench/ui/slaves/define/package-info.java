/// Defining slaves and changing what is known of them; its entry point is the page `/slaves/new`.
@NullMarked
package io.crowdbench.ui.slaves.define;

import org.jspecify.annotations.NullMarked;
