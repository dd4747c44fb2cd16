/// Live messages from Kafka to open pages; the only home of `UI.access`.
@NullMarked
package io.crowdbench.ui.feed;

import org.jspecify.annotations.NullMarked;
