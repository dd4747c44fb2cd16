@NullMarked
package io.crowdbench.ui.slaves.detail;

import org.jspecify.annotations.NullMarked;
