package io.crowdbench.messages.result;

/// A merged histogram in short. All values in microseconds; percentiles come from the merged
/// histogram and are never averaged.
public record Latency(
    long count,
    double mean,
    long min,
    long p50,
    long p90,
    long p95,
    long p99,
    long p999,
    long max) {}
