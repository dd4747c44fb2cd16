package io.crowdbench.results.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A window of a run in steps, in columns: the n-th value of each is that of the n-th step; a
/// column that ends early goes on with 0 or null.
///
/// @param at when it was read; what is published later may be newer
/// @param slaves ids, or `*`
/// @param to the first second that is not in it
/// @param resolution how many seconds a step has; the last one may have fewer
/// @param seconds the second each step begins at; steps without anything are left out
/// @param users by action, how many there were at most in each step
record SeriesAnswer(
    String run,
    Instant at,
    List<String> slaves,
    int from,
    int to,
    int resolution,
    List<Integer> seconds,
    Map<String, List<Integer>> users,
    List<Column> series) {

  /// One kind, action and name. Columns that would be all 0 are left out.
  ///
  /// @param latency in microseconds; null in a step in which none ended
  /// @param intended the same from the scheduled instant
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Column(
      String kind,
      String action,
      String name,
      @Nullable List<Long> passed,
      @Nullable List<Long> failed,
      @Nullable List<Long> incomplete,
      @Nullable List<Long> bytesSent,
      @Nullable List<Long> bytesReceived,
      @Nullable Times latency,
      @Nullable Times intended) {}

  /// @param percentiles by what was asked for, such as `99.9`
  record Times(
      List<@Nullable Long> mean,
      List<@Nullable Long> max,
      Map<String, List<@Nullable Long>> percentiles) {}
}
