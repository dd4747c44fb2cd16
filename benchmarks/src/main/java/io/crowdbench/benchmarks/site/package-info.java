/// The sites under test: nginx, and one whose latencies are known.
@NullMarked
package io.crowdbench.benchmarks.site;

import org.jspecify.annotations.NullMarked;
