@NullMarked
package io.crowdbench.bundles;

import org.jspecify.annotations.NullMarked;
