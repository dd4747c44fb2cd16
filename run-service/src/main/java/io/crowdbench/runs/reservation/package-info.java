/// A slave carries one run at a time: who holds which.
@NullMarked
package io.crowdbench.runs.reservation;

import org.jspecify.annotations.NullMarked;
