/// What is up and what to do next; its entry point is the page `/`.
@NullMarked
package io.crowdbench.ui.home;

import org.jspecify.annotations.NullMarked;
