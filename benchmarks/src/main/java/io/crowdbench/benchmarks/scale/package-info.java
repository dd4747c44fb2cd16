/// What a slave's second costs the services, from its sample to the published result.
@NullMarked
package io.crowdbench.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
