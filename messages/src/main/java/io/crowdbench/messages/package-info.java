/// Everything that crosses Kafka: the messages, by who owns them, and
/// [io.crowdbench.messages.Topics], the map of who writes and who reads what.
@NullMarked
package io.crowdbench.messages;

import org.jspecify.annotations.NullMarked;
