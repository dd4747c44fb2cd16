/// The way to Kafka. Its door is [io.crowdbench.agent.publish.Publisher].
@NullMarked
package io.crowdbench.agent.publish;

import org.jspecify.annotations.NullMarked;
