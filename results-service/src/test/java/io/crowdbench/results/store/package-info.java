@NullMarked
package io.crowdbench.results.store;

import org.jspecify.annotations.NullMarked;
