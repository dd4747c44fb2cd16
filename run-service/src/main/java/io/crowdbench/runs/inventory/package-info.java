/// What is known of slaves and bundles from the topics `slave-events` and `bundle-events`.
@NullMarked
package io.crowdbench.runs.inventory;

import org.jspecify.annotations.NullMarked;
