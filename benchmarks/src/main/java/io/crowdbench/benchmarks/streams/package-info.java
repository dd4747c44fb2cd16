/// A prototype: seconds of a run merged by Kafka Streams, measured as results-service is, so that
/// the choice between the two rests on figures.
@NullMarked
package io.crowdbench.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
