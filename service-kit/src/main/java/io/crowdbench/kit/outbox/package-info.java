/// Publishes what was committed, and only that: the message is a row of the same transaction, and
/// is sent to Kafka afterwards, again and again until it is there.
@NullMarked
package io.crowdbench.kit.outbox;

import org.jspecify.annotations.NullMarked;
