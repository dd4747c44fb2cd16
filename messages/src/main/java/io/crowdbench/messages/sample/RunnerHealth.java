package io.crowdbench.messages.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
/// @param mostOpenFiles how many it may have; absent if unknown
/// @param ports local ports of this slave in use by TCP connections, those that wait to be free
///   again included; absent if unknown
/// @param mostPorts how many local ports it gives out; absent if unknown
/// @param sendLatenessMicros by how much 99 of 100 scheduled passes began too late at most; absent
///   where nothing was scheduled
/// @param stolenShare share of its processors' time that the slave, a virtual machine, wanted and
///   its host did not give, 0 to 1; absent if unknown
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunnerHealth(
    double processCpuLoad,
    double systemCpuLoad,
    long gcPauseMillis,
    long latenessMicros,
    long heapUsedBytes,
    long openFiles,
    @Nullable Long mostOpenFiles,
    @Nullable Long ports,
    @Nullable Long mostPorts,
    @Nullable Long sendLatenessMicros,
    @Nullable Double stolenShare) {

  public static final RunnerHealth UNKNOWN =
      new RunnerHealth(-1, -1, 0, 0, 0, -1, null, null, null, null, null);
}
