package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNullElse;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Divides users among actions by weights.
final class Weights {

  private final Map<String, Integer> weights = new TreeMap<>();
  private final long sum;

  Weights(@Nullable Map<String, Integer> wanted) {
    requireNonNullElse(wanted, Map.<String, Integer>of())
        .forEach((action, weight) -> {
          if (requireNonNullElse(weight, 0) > 0) {
            weights.put(action, weight);
          }
        });
    sum = weights.values().stream().mapToLong(Integer::longValue).sum();
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  /// By largest remainder: each action gets the whole part of its share, and those with the largest
  /// rests one more each; of equal rests the first in the alphabet.
  Map<String, Integer> divide(int users) {
    var divided = new TreeMap<String, Integer>();
    weights.forEach((action, weight) -> divided.put(action, (int) (users * (long) weight / sum)));
    int left = users - divided.values().stream().mapToInt(Integer::intValue).sum();
    weights.entrySet().stream()
        .sorted(Comparator.comparing(each -> -(users * (long) each.getValue() % sum)))
        .limit(left)
        .forEach(each -> divided.merge(each.getKey(), 1, Integer::sum));
    return divided;
  }

  Map<String, Double> divide(double rate) {
    var divided = new TreeMap<String, Double>();
    weights.forEach((action, weight) -> divided.put(action, rate * weight / sum));
    return divided;
  }
}
