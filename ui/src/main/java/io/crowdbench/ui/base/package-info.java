/// What all pages share: the frame around them, words for numbers, and how services are asked.
@NullMarked
package io.crowdbench.ui.base;

import org.jspecify.annotations.NullMarked;
