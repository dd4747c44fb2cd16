@NullMarked
package io.crowdbench.results;

import org.jspecify.annotations.NullMarked;
