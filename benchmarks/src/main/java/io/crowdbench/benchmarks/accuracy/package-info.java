/// How true each generator's latencies are, against a site whose latencies are known.
@NullMarked
package io.crowdbench.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
