@NullMarked
package io.crowdbench.ui.feed;

import org.jspecify.annotations.NullMarked;
