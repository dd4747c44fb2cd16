/// The way to Kafka through the SSH session that provisioner-service keeps open to the slave.
@NullMarked
package io.crowdbench.agent.tunnel;

import org.jspecify.annotations.NullMarked;
