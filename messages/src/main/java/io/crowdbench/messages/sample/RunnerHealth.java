package io.crowdbench.messages.sample;

/// How the runner itself fared in a second: what it could not do must not look like the site's
/// doing.
///
/// @param processCpuLoad share of the slave's processors the runner used, 0 to 1; negative if
///   unknown
/// @param systemCpuLoad share of the slave's processors in use by all, 0 to 1; negative if unknown
/// @param gcPauseMillis time lost to garbage collection
/// @param latenessMicros the most a virtual thread was woken too late
/// @param heapUsedBytes heap in use
/// @param openFiles open file descriptors; negative if unknown
public record RunnerHealth(
    double processCpuLoad,
    double systemCpuLoad,
    long gcPauseMillis,
    long latenessMicros,
    long heapUsedBytes,
    long openFiles) {

  public static final RunnerHealth UNKNOWN = new RunnerHealth(-1, -1, 0, 0, 0, -1);
}
