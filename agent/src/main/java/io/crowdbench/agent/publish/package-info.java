/// The way to Kafka. Its entry point is [io.crowdbench.agent.publish.Publisher].
@NullMarked
package io.crowdbench.agent.publish;

import org.jspecify.annotations.NullMarked;
