/// What it costs provisioner-service to carry slaves' words to Kafka.
@NullMarked
package io.crowdbench.benchmarks.tunnel;

import org.jspecify.annotations.NullMarked;
