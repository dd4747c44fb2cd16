package io.crowdbench.localstack.demo;

import io.crowdbench.api.ResultsApi;
import io.crowdbench.api.RunView;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares what three parties counted that do not know each other's numbers: results-service from
/// the samples, the runners at their end, and the site itself.
///
/// @param stored operations in the results, all slaves together
/// @param bySlave operations in the results of each slave alone, by its name
/// @param counted operations by the runners' final counters
/// @param served requests by the site's own counter
record CountComparison(long stored, Map<String, Long> bySlave, long counted, long served) {

  static CountComparison of(ResultsApi results, RunView run, long served) {
    var bySlave = new LinkedHashMap<String, Long>();
    long counted = 0;
    for (var slave : run.slaves()) {
      bySlave.put(slave.name(), stored(results, run.id(), slave.id()));
      counted += slave.counters() == null ? 0 : all(slave.counters().operations());
    }
    return new CountComparison(
        stored(results, run.id(), ResultsApi.ALL_SLAVES), bySlave, counted, served);
  }

  private static long stored(ResultsApi results, String run, String slave) {
    return results.summary(run, slave).orThrow().lines().stream()
        .filter(line -> line.kind() == Kind.OPERATION && line.name().equals(SeriesLine.ALL))
        .mapToLong(line -> all(line.counts()))
        .findFirst()
        .orElse(0);
  }

  private static long all(OutcomeCounts counts) {
    return counts.passed() + counts.failed() + counts.incomplete();
  }

  boolean agree() {
    var sum = bySlave.values().stream().mapToLong(Long::longValue).sum();
    return stored > 0 && stored == sum && stored == counted && stored == served;
  }

  String text() {
    var slaves =
        bySlave.entrySet().stream()
            .map(each -> String.format(Locale.ROOT, "%,d of %s", each.getValue(), each.getKey()))
            .collect(Collectors.joining(" + "));
    return String.format(
        Locale.ROOT,
        """
        Operations in the results     %,9d  = %s
        Counted by the runners        %,9d
        Counted by the site           %,9d
        %s\
        """,
        stored,
        slaves,
        counted,
        served,
        agree()
            ? "All three agree, and the slaves add up: no operation was lost or counted twice."
            : "These numbers should be the same and are not.");
  }
}
