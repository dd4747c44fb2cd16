package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.messages.run.Arrivals;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.Spacing;
import io.crowdbench.runs.plan.PlanContent.RandomProfile;
import io.crowdbench.runs.plan.PlanContent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// RoundRobin the steps of a plan as it was sent into plain ones: weights are applied and random
/// numbers drawn, so that everything that follows is fixed. What is missing or wrong counts as
/// nothing; [StepCheck] says it.
final class Expansion {

  private final Weights weights;
  private final long seed;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, Integer> users = new TreeMap<>();
  private int allUsers;

  /// @param step number of the step that was sent, from 1
  record Piece(int step, PlanStep plain) {}

  Expansion(Weights weights, long seed) {
    this.weights = weights;
    this.seed = seed;
  }

  List<Piece> of(List<Step> steps) {
    for (int number = 1; number <= steps.size(); number++) {
      add(number, steps.get(number - 1));
    }
    return pieces;
  }

  private void add(int number, Step step) {
    var change = change(step.users());
    var arrivals = arrivals(step.arrivals());
    var atOnce = atOnce(step.burst());
    long millis = step.holds() ? 0 : requireNonNullElse(step.seconds(), 0) * 1_000L;
    long ramp = requireNonNullElse(step.rampSeconds(), 0) * 1_000L;
    var random = step.random();
    if (random == null) {
      add(number, new PlanStep(millis, change, ramp, arrivals, atOnce, step.holds()));
      return;
    }
    var numbers = new SplittableRandom(seed * 31 + number);
    long every = Math.max(1, requireNonNullElse(random.everySeconds(), 1)) * 1_000L;
    for (long from = 0; from < millis; from += every) {
      var drawn = users(random, numbers);
      if (from == 0) {
        change.forEach((action, count) -> drawn.merge(action, count, Integer::sum));
      }
      var rates = new TreeMap<>(arrivals);
      rates.putAll(rates(random, numbers));
      Map<String, Integer> first = from == 0 ? atOnce : Map.of();
      long length = Math.min(every, millis - from);
      add(number, new PlanStep(length, drawn, Math.min(ramp, length), rates, first, false));
    }
  }

  private void add(int number, PlanStep plain) {
    plain.change().forEach((action, count) -> users.merge(action, count, Integer::sum));
    pieces.add(new Piece(number, plain));
  }

  private Map<String, Integer> change(@Nullable Map<String, Integer> wanted) {
    var change = named(wanted);
    var all = change.remove(PlanContent.ALL);
    if (all != null && !weights.isEmpty()) {
      // What all together are is divided, not what comes or goes: so nobody is taken out of an
      // action that has too few.
      var before = weights.divide(Math.max(0, allUsers));
      allUsers += all;
      var after = weights.divide(Math.max(0, allUsers));
      after.forEach((action, count) ->
          change.merge(action, count - before.getOrDefault(action, 0), Integer::sum));
    }
    return change;
  }

  private Map<String, Integer> atOnce(@Nullable Map<String, Integer> wanted) {
    var atOnce = named(wanted);
    var all = atOnce.remove(PlanContent.ALL);
    if (all != null && !weights.isEmpty()) {
      weights.divide(all).forEach((action, count) -> atOnce.merge(action, count, Integer::sum));
    }
    return atOnce;
  }

  private static Map<String, Integer> named(@Nullable Map<String, Integer> wanted) {
    var named = new TreeMap<String, Integer>();
    requireNonNullElse(wanted, Map.<String, Integer>of())
        .forEach((action, count) -> named.put(action, requireNonNullElse(count, 0)));
    return named;
  }

  private Map<String, Arrivals> arrivals(@Nullable Map<String, PlanContent.Arrivals> wanted) {
    var arrivals = new TreeMap<String, Arrivals>();
    requireNonNullElse(wanted, Map.<String, PlanContent.Arrivals>of())
        .forEach((action, rate) -> {
          var perSecond = rate == null ? 0 : requireNonNullElse(rate.perSecond(), 0.0);
          var spacing = rate == null ? null : rate.spacing();
          put(arrivals, action, perSecond, spacing);
        });
    return arrivals;
  }

  private void put(
      Map<String, Arrivals> arrivals, String action, double rate, @Nullable Spacing spacing) {
    var all = new Arrivals(rate, requireNonNullElse(spacing, Spacing.EVEN));
    if (!action.equals(PlanContent.ALL)) {
      arrivals.put(action, all);
    } else if (!weights.isEmpty()) {
      weights
          .divide(rate)
          .forEach((each, part) -> arrivals.putIfAbsent(each, new Arrivals(part, all.spacing())));
    }
  }

  private Map<String, Integer> users(RandomProfile random, SplittableRandom numbers) {
    var change = new TreeMap<String, Integer>();
    new TreeMap<>(requireNonNullElse(random.users(), Map.of()))
        .forEach((action, bounds) -> {
          long from = bounds == null ? 0 : requireNonNullElse(bounds.from(), 0);
          long to = bounds == null ? 0 : requireNonNullElse(bounds.to(), 0);
          int drawn = (int) numbers.nextLong(from, Math.max(from, to) + 1);
          change.put(action, drawn - users.getOrDefault(action, 0));
        });
    return change;
  }

  private static Map<String, Arrivals> rates(RandomProfile random, SplittableRandom numbers) {
    var rates = new TreeMap<String, Arrivals>();
    new TreeMap<>(requireNonNullElse(random.arrivals(), Map.of()))
        .forEach((action, bounds) -> {
          double from = bounds == null ? 0 : requireNonNullElse(bounds.from(), 0.0);
          double to = bounds == null ? 0 : requireNonNullElse(bounds.to(), 0.0);
          var drawn = from + numbers.nextDouble() * Math.max(0, to - from);
          var spacing = bounds == null ? null : bounds.spacing();
          // Three decimals, so that the plan in words says all there is.
          rates.put(
              action,
              new Arrivals(
                  Math.round(drawn * 1_000) / 1_000.0, requireNonNullElse(spacing, Spacing.EVEN)));
        });
    return rates;
  }
}
