package io.crowdbench.benchmarks.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What each generator took in each round, and the table of it. Ratios are taken round by round and
/// then their median, since a machine's speed changes more from minute to minute than a generator
/// differs.
///
/// @param unit what is counted, such as `request`
/// @param costs by generator, a cost per round; the first one is what ratios are to
/// @param failures why a generator has no cost, or no more
public record SpeedTable(
    int users, String unit, Map<String, List<Cost>> costs, Map<String, String> failures) {

  /// The median over the rounds of a generator's CPU per unit, the first one's being 1.
  public double ratio(String name) {
    var own = costs.getOrDefault(name, List.of());
    var first = costs.values().iterator().next();
    return median(
        IntStream.range(0, Math.min(own.size(), first.size()))
            .mapToDouble(round ->
                own.get(round).cpuSecondsPerMillion() / first.get(round).cpuSecondsPerMillion())
            .toArray());
  }

  /// In Markdown.
  public String table() {
    var text = new StringBuilder();
    text.append(
        "| %1$,d users | CPU per %2$s, %3$s = 1 | spread | CPU s per million | %2$ss/s | resident MB |%n"
            .formatted(users, unit, costs.keySet().iterator().next()));
    text.append("|---|---|---|---|---|---|\n");
    costs.forEach((name, rounds) -> text.append(row(name, rounds)));
    return text.toString();
  }

  private String row(String name, List<Cost> rounds) {
    if (rounds.isEmpty()) {
      return "| %s | – | | | | %s |%n".formatted(name, failures.getOrDefault(name, ""));
    }
    var first = costs.values().iterator().next();
    var ratios =
        IntStream.range(0, Math.min(rounds.size(), first.size()))
            .mapToObj(
                i -> rounds.get(i).cpuSecondsPerMillion() / first.get(i).cpuSecondsPerMillion())
            .toList();
    return "| %s | **%.2f** | %.2f – %.2f | %.1f | %,.0f | %,.0f |%n"
        .formatted(
            name,
            ratio(name),
            ratios.stream().min(Comparator.naturalOrder()).orElse(0.0),
            ratios.stream().max(Comparator.naturalOrder()).orElse(0.0),
            median(rounds, Cost::cpuSecondsPerMillion),
            median(rounds, Cost::perSecond),
            median(rounds, Cost::residentMegabytes));
  }

  private static double median(List<Cost> rounds, ToDoubleFunction<Cost> which) {
    return median(rounds.stream().mapToDouble(which).toArray());
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
