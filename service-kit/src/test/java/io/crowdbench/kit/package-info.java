@NullMarked
package io.crowdbench.kit;

import org.jspecify.annotations.NullMarked;
