/// The pages, the live feed, and one address for all APIs; the entry point is port 8700.
@NullMarked
package io.crowdbench.ui;

import org.jspecify.annotations.NullMarked;
