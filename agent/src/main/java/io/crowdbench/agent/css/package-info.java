/// Style sheets: what they want to be loaded for a page on a screen, and for which of its elements.
@NullMarked
package io.crowdbench.agent.css;

import org.jspecify.annotations.NullMarked;
