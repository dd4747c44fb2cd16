package io.crowdbench.runs.lifecycle;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.runs.schedule.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds all that is wrong with a change that somebody wants of a running run's load.
final class ChangeCheck {

  private static final double HIGHEST_RATE = 1_000_000;
  private static final int MAX_USERS = 10_000_000;

  private final Run run;
  private final List<String> problems = new ArrayList<>();

  private ChangeCheck(Run run) {
    this.run = run;
  }

  /// @return one sentence for each problem; none if it can be made
  static List<String> of(Run run, LoadChangeRequest wanted) {
    var check = new ChangeCheck(run);
    if (wanted.kind() == LoadChange.USERS) {
      check.users(wanted.users());
    } else if (wanted.kind() == LoadChange.RATES) {
      check.rates(wanted.perSecond());
    }
    return check.problems;
  }

  private void users(Map<String, Integer> change) {
    if (change.isEmpty()) {
      problems.add("The request changes nothing. Write it as {\"users\": {\"Browse\": 10}}.");
    }
    var atWork = atWork();
    new TreeMap<>(change)
        .forEach((action, count) -> {
          known(action);
          int more = requireNonNullElse(count, 0);
          int before = atWork.getOrDefault(action, 0);
          if (more == 0 || Math.abs((long) more) > MAX_USERS) {
            problems.add(
                "The change of %s is %s users. Give the number of users to add or, negative, to stop."
                    .formatted(action, count));
          } else if (before + more < 0) {
            problems.add(
                "%d users are to stop running %s, but only %d run it now."
                    .formatted(-more, action, before));
          }
        });
    if (problems.isEmpty()) {
      userIds(Changes.users(run.live(), change));
    }
  }

  /// How many of each action there are to be in the step under way.
  private Map<String, Integer> atWork() {
    var users = new TreeMap<String, Integer>();
    int step = Math.max(run.live().step(), run.live().reached());
    run.plan().steps().stream()
        .limit(step + 1L)
        .forEach(each -> each.change().forEach((a, n) -> users.merge(a, n, Integer::sum)));
    run.live().adjustment().users().forEach((a, n) -> users.merge(a, n, Integer::sum));
    users.replaceAll((_, count) -> Math.max(0, count));
    return users;
  }

  private void userIds(Adjustment adjustment) {
    var planned = run.content().shares();
    var adjusted = run.content().shares(adjustment);
    var bounds = run.plan().bounds();
    // Whoever may return keeps the id: without a bound all that are to spare are theirs.
    var theirs =
        bounds.visitors() == Visitors.RETURNING && bounds.maxUsers() == null && anybodyArrives();
    for (int i = 0; i < run.members().size(); i++) {
      int has = planned.userIds(i);
      int needs = adjusted.userIdsNeeded(i);
      if (needs > has) {
        problems.add(
            "Slave %s would need %,d user ids at the same time, but has %,d. Let fewer users come, or start a run with more in users.txt."
                .formatted(run.members().get(i).name(), needs, has));
      } else if (theirs && needs > planned.userIdsNeeded(i)) {
        problems.add(
            "Slave %s has no user ids to spare: returning visitors keep them. Give the plan maxUsers to keep some back."
                .formatted(run.members().get(i).name()));
      }
    }
  }

  private boolean anybodyArrives() {
    return run.plan().steps().stream()
        .anyMatch(step -> !step.arrivals().isEmpty() || !step.atOnce().isEmpty());
  }

  private void rates(Map<String, Double> perSecond) {
    if (perSecond.isEmpty()) {
      problems.add("The request changes nothing. Write it as {\"perSecond\": {\"Buy\": 3.5}}.");
    }
    new TreeMap<>(perSecond)
        .forEach((action, wanted) -> {
          known(action);
          double rate = requireNonNullElse(wanted, Double.NaN);
          if (!(rate >= 0 && rate <= HIGHEST_RATE)) {
            problems.add(
                "The rate of %s is %s users per second. It must be from 0 to %,.0f."
                    .formatted(action, wanted, HIGHEST_RATE));
          }
        });
    if (problems.isEmpty()) {
      userIds(Changes.rates(run.live(), perSecond));
    }
  }

  private void known(String action) {
    var actions = run.plan().actions();
    if (!actions.contains(action)) {
      problems.add(
          "The run's plan has no action %s, so nothing is set up for it. It has %s; let a plan name it, if only with 0 users."
              .formatted(action, String.join(", ", actions)));
    }
  }
}
