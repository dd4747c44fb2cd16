@NullMarked
package io.crowdbench.api;

import org.jspecify.annotations.NullMarked;
