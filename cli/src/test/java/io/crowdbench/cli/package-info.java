@NullMarked
package io.crowdbench.cli;

import org.jspecify.annotations.NullMarked;
