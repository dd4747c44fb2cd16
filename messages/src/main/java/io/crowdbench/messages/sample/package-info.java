/// What runners measured, second by second.
@NullMarked
package io.crowdbench.messages.sample;

import org.jspecify.annotations.NullMarked;
