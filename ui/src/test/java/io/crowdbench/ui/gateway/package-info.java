@NullMarked
package io.crowdbench.ui.gateway;

import org.jspecify.annotations.NullMarked;
