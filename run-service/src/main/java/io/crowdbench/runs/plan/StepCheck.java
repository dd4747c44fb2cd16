package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.runs.inventory.KnownBundle;
import io.crowdbench.runs.plan.Expansion.Piece;
import io.crowdbench.runs.plan.PlanContent.RandomProfile;
import io.crowdbench.runs.plan.PlanContent.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the steps of a plan: each by itself, then what all of them come to.
final class StepCheck {

  /// More would be no plan that a person could read.
  private static final int MAX_PIECES = 5_000;

  private static final int MAX_USERS = 10_000_000;

  private static final double HIGHEST_RATE = 1_000_000;

  private static final String RANDOM_USERS = "random/users";
  private static final String RANDOM_ARRIVALS = "random/arrivals";

  private final @Nullable KnownBundle bundle;
  private final Weights weights;
  private final PlanProblems problems;
  private final TreeSet<String> unknown = new TreeSet<>();
  private boolean saidWeights;

  StepCheck(@Nullable KnownBundle bundle, Weights weights, PlanProblems problems) {
    this.bundle = bundle;
    this.weights = weights;
    this.problems = problems;
  }

  /// @return whether it makes sense to look at what they come to
  boolean check(List<Step> steps) {
    if (steps.isEmpty()) {
      problems.add("The plan has no steps. It needs at least one with users in it.", "steps");
      return false;
    }
    long pieces = 0;
    for (int number = 1; number <= steps.size(); number++) {
      var step = steps.get(number - 1);
      checkTimes(number, step);
      checkUsers(number, step);
      var random = step.random();
      if (random != null) {
        check(number, step, random);
      }
      pieces += pieces(step);
    }
    if (pieces > MAX_PIECES) {
      problems.add(
          "The plan comes to %,d steps with its random ones. It may have %,d; draw less often."
              .formatted(pieces, MAX_PIECES),
          "steps");
    }
    return pieces <= MAX_PIECES;
  }

  /// Where in the plan it is.
  ///
  /// @param field of the step, or below one with a slash between
  private static Object[] path(int number, String field, String name) {
    return Stream.of(
            Stream.of("steps", number - 1), Arrays.stream(field.split("/")), Stream.of(name))
        .flatMap(Function.<Stream<?>>identity())
        .toArray();
  }

  private static long pieces(Step step) {
    var random = step.random();
    long every = random == null ? 0 : requireNonNullElse(random.everySeconds(), 0);
    return every < 1 ? 1 : Math.ceilDiv(requireNonNullElse(step.seconds(), 0), every);
  }

  private void checkTimes(int number, Step step) {
    int seconds = requireNonNullElse(step.seconds(), 0);
    int ramp = requireNonNullElse(step.rampSeconds(), 0);
    if (step.holds() && step.seconds() != null) {
      problems.add(
          "Step %d holds until somebody starts the next one, so it has no seconds. Leave out one of both."
              .formatted(number),
          "steps",
          number - 1,
          "seconds");
    } else if (!step.holds() && seconds < 1) {
      problems.add(
          "Step " + number + " lasts " + seconds + " seconds. It must last at least 1.",
          "steps",
          number - 1,
          "seconds");
    }
    if (ramp < 0 || (!step.holds() && seconds >= 1 && ramp > seconds)) {
      problems.add(
          "rampSeconds of step %d is %d. It must be from 0 to the step's %d seconds."
              .formatted(number, ramp, seconds),
          "steps",
          number - 1,
          "rampSeconds");
    }
  }

  private void checkUsers(int number, Step step) {
    requireNonNullElse(step.users(), Map.<String, Integer>of())
        .forEach((action, count) -> {
          known(action, "steps", number - 1, "users", action);
          checkCount(number, action, Math.abs((long) requireNonNullElse(count, 0)), 0, "users");
        });
    requireNonNullElse(step.arrivals(), Map.<String, PlanContent.Arrivals>of())
        .forEach((action, rate) -> {
          known(action, "steps", number - 1, "arrivals", action);
          checkRate(number, action, rate == null ? null : rate.perSecond(), "arrivals");
        });
    requireNonNullElse(step.burst(), Map.<String, Integer>of())
        .forEach((action, count) -> {
          known(action, "steps", number - 1, "burst", action);
          checkCount(number, action, requireNonNullElse(count, 0), 1, "burst");
        });
  }

  private void checkCount(int number, String action, long count, int least, String field) {
    if (count < least || count > MAX_USERS) {
      problems.add(
          "Step %d has %,d users of %s. It must be from %d to %,d."
              .formatted(number, count, action, least, MAX_USERS),
          path(number, field, action));
    }
  }

  private void checkRate(int number, String action, @Nullable Double perSecond, String field) {
    if (perSecond == null || !(perSecond >= 0 && perSecond <= HIGHEST_RATE)) {
      problems.add(
          "The rate of %s in step %d is %s users per second. It must be from 0 to %,.0f."
              .formatted(action, number, perSecond, HIGHEST_RATE),
          path(number, field, action));
    }
  }

  private void check(int number, Step step, RandomProfile random) {
    int every = requireNonNullElse(random.everySeconds(), 0);
    if (step.holds()) {
      problems.add(
          "Step " + number + " is random, so it can't hold. Give it seconds.",
          "steps",
          number - 1,
          "hold");
    }
    if (every < 1) {
      problems.add(
          "everySeconds of step " + number + " is " + every + ". It must be at least 1.",
          path(number, "random", "everySeconds"));
    } else if (requireNonNullElse(step.rampSeconds(), 0) > every) {
      problems.add(
          "rampSeconds of step %d is longer than its everySeconds, %d: each draw begins a ramp."
              .formatted(number, every),
          "steps",
          number - 1,
          "rampSeconds");
    }
    var change = requireNonNullElse(step.users(), Map.<String, Integer>of());
    var users = requireNonNullElse(random.users(), Map.<String, PlanContent.UserBounds>of());
    users.forEach((action, bounds) -> {
      knownByName(number, action, RANDOM_USERS);
      if (change.containsKey(action)) {
        problems.add(
            "Step %d both changes the users of %s and draws them. Do one of both."
                .formatted(number, action),
            path(number, RANDOM_USERS, action));
      }
      int from = bounds == null ? -1 : requireNonNullElse(bounds.from(), -1);
      int to = bounds == null ? -1 : requireNonNullElse(bounds.to(), -1);
      checkBounds(number, action, from, to, RANDOM_USERS);
      checkCount(number, action, Math.max(0, to), 0, RANDOM_USERS);
    });
    requireNonNullElse(random.arrivals(), Map.<String, PlanContent.RateBounds>of())
        .forEach((action, bounds) -> {
          knownByName(number, action, RANDOM_ARRIVALS);
          double from = bounds == null ? -1 : requireNonNullElse(bounds.from(), -1.0);
          double to = bounds == null ? -1 : requireNonNullElse(bounds.to(), -1.0);
          checkBounds(number, action, from, to, RANDOM_ARRIVALS);
          checkRate(number, action, to, RANDOM_ARRIVALS);
        });
  }

  private void checkBounds(int number, String action, double from, double to, String field) {
    if (!(from >= 0 && to >= from)) {
      problems.add(
          "The random bounds of %s in step %d are not valid. They need a from of at least 0 and a to that is not below it."
              .formatted(action, number),
          path(number, field, action));
    }
  }

  private void knownByName(int number, String action, String field) {
    if (action.equals(PlanContent.ALL)) {
      problems.add(
          "Step " + number + " draws for *. Name each action that numbers are drawn for.",
          path(number, field, action));
    } else {
      known(action, path(number, field, action));
    }
  }

  private void known(String action, Object... path) {
    if (action.equals(PlanContent.ALL)) {
      if (weights.isEmpty() && !saidWeights) {
        saidWeights = true;
        problems.add(
            "A step has users of *, but the plan has no weights. Say how they are divided among the actions.",
            path);
      }
      return;
    }
    if (bundle != null && !bundle.actionNames().contains(action) && unknown.add(action)) {
      problems.add(
          "There is no action %s in bundle %s. It has %s."
              .formatted(action, bundle.name(), String.join(", ", bundle.actionNames())),
          path);
    }
  }

  /// Actions that are named elsewhere in the plan.
  void checkNames(@Nullable Map<String, Integer> counts, String what, String field) {
    requireNonNullElse(counts, Map.<String, Integer>of())
        .forEach((action, count) -> {
          if (action.equals(PlanContent.ALL)) {
            problems.add(what + " can't be of *. Name each action.", field, action);
          } else {
            known(action, field, action);
          }
          if (requireNonNullElse(count, 0) < 1) {
            problems.add(
                "%s of %s is %d. It must be at least 1."
                    .formatted(what, action, requireNonNullElse(count, 0)),
                field,
                action);
          }
        });
  }

  /// @param pieces what the steps come to
  void checkCounts(List<Piece> pieces) {
    var users = new TreeMap<String, Integer>();
    var anybody = false;
    for (var piece : pieces) {
      for (var change : new TreeMap<>(piece.plain().change()).entrySet()) {
        int before = users.getOrDefault(change.getKey(), 0);
        int after = before + change.getValue();
        if (after < 0) {
          problems.add(
              "Step %d takes out %d users of %s, but only %d are running then."
                  .formatted(piece.step(), before - after, change.getKey(), before),
              path(piece.step(), "users", change.getKey()));
        }
        users.put(change.getKey(), Math.max(0, after));
        anybody |= after > 0;
      }
      anybody |= !piece.plain().atOnce().isEmpty();
      anybody |= piece.plain().arrivals().values().stream().anyMatch(a -> a.perSecond() > 0);
    }
    if (!anybody) {
      problems.add("The plan never has a user. Add users in one of its steps.", "steps");
    }
  }
}
