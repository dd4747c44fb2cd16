package io.crowdbench.benchmarks.speed;

/// What a generator took while it was warm.
///
/// @param cpuSecondsPerMillion CPU seconds, user and system, per million requests
/// @param perSecond requests per second, as the site counted them
/// @param residentMegabytes memory resident at the end
record Cost(double cpuSecondsPerMillion, double perSecond, double residentMegabytes) {}
