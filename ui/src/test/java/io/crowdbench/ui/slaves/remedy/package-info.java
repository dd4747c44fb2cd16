@NullMarked
package io.crowdbench.ui.slaves.remedy;

import org.jspecify.annotations.NullMarked;
