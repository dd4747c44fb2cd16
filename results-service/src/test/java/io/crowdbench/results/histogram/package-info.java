@NullMarked
package io.crowdbench.results.histogram;

import org.jspecify.annotations.NullMarked;
