@NullMarked
package io.crowdbench.ui.slaves.table;

import org.jspecify.annotations.NullMarked;
