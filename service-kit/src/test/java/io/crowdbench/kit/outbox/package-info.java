@NullMarked
package io.crowdbench.kit.outbox;

import org.jspecify.annotations.NullMarked;
