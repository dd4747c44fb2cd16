/// The way from slaves to Kafka through SSH: a port of each slave leads here, and on to the
/// brokers.
@NullMarked
package io.crowdbench.provisioner.tunnel;

import org.jspecify.annotations.NullMarked;
