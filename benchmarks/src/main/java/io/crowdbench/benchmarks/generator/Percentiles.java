package io.crowdbench.benchmarks.generator;

/// What a generator or the site itself says that latencies were, in milliseconds.
///
/// @param count of how many answers; 0 if it does not say
public record Percentiles(long count, double p50, double p90, double p99, double p999) {}
