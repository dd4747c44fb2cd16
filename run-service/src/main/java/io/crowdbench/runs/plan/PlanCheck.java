package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.runs.inventory.KnownBundle;
import io.crowdbench.runs.inventory.KnownBundles;
import io.crowdbench.runs.inventory.KnownSlave;
import io.crowdbench.runs.inventory.KnownSlaves;
import io.crowdbench.runs.plan.Expansion.Piece;
import io.crowdbench.runs.schedule.Shares;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks a plan and finds all its problems, not just the first one.
@Component
public class PlanCheck {

  private final KnownSlaves knownSlaves;
  private final KnownBundles knownBundles;

  PlanCheck(KnownSlaves knownSlaves, KnownBundles knownBundles) {
    this.knownSlaves = knownSlaves;
    this.knownBundles = knownBundles;
  }

  public CheckedPlan check(PlanContent plan) {
    var problems = new PlanProblems();
    if (plan.name() == null || plan.name().isBlank()) {
      problems.add("The plan has no name. Give it one that tells it from others.", "name");
    }
    checkTarget(plan.target(), problems);
    var bundle = findBundle(plan.bundle(), problems);
    var slaves = findSlaves(requireNonNullElse(plan.slaves(), List.of()), problems);
    var weights = new Weights(plan.weights());
    var steps = requireNonNullElse(plan.steps(), List.<PlanContent.Step>of());
    var check = new StepCheck(bundle, weights, problems);
    var pieces = List.<Piece>of();
    if (check.check(steps)) {
      pieces = new Expansion(weights, requireNonNullElse(plan.seed(), 1L)).of(steps);
      check.checkCounts(pieces);
    }
    check.checkNames(plan.weights(), "The weight", "weights");
    check.checkNames(plan.iterations(), "The number of iterations", "iterations");
    BoundsCheck.check(plan, pieces, slaves.size(), problems);
    var drain = requireNonNullElse(plan.drainSeconds(), 10);
    if (drain < 0 || drain > 3_600) {
      problems.add("drainSeconds is " + drain + ". It must be from 0 to 3600.", "drainSeconds");
    }
    if (!problems.isEmpty() || bundle == null) {
      return new CheckedPlan.Refused(problems.all());
    }
    var fit = fit(plan, bundle, slaves, pieces, drain);
    checkUserIds(fit, problems);
    return problems.isEmpty() ? fit : new CheckedPlan.Refused(problems.all());
  }

  private static CheckedPlan.Fit fit(
      PlanContent plan,
      KnownBundle bundle,
      List<KnownSlave> slaves,
      List<Piece> pieces,
      int drainSeconds) {
    return new CheckedPlan.Fit(
        new RunPlan(
            requireNonNull(plan.name()),
            bundle.hash(),
            requireNonNull(plan.target()),
            slaves.stream().map(slave -> new RunSlave(slave.id(), slave.name())).toList(),
            pieces.stream().map(Piece::plain).toList(),
            requireNonNullElse(plan.seed(), 1L),
            drainSeconds * 1_000L,
            BoundsCheck.bounds(plan)),
        slaves,
        bundle,
        requireNonNullElse(plan.onLostSlave(), PlanContent.OnLostSlave.END));
  }

  private static void checkTarget(@Nullable String target, PlanProblems problems) {
    var address = requireNonNullElse(target, "");
    if (!Target.looksRight(address)) {
      problems.add(
          "The target \""
              + Target.shown(address)
              + "\" is not a valid URL. It must look like https://shop.example.com.",
          "target");
    }
  }

  private @Nullable KnownBundle findBundle(@Nullable String hash, PlanProblems problems) {
    if (hash == null || hash.isBlank()) {
      problems.add(
          "The plan names no bundle. Upload the actions first and use the hash it gives.",
          "bundle");
      return null;
    }
    var bundle = knownBundles.findById(hash).orElse(null);
    if (bundle == null) {
      problems.add(
          "There is no bundle " + hash + ". Upload the actions first and use the hash it gives.",
          "bundle");
    }
    return bundle;
  }

  private List<KnownSlave> findSlaves(List<String> names, PlanProblems problems) {
    if (names.isEmpty()) {
      problems.add("The plan names no slave. It needs at least one.", "slaves");
    }
    var known = knownSlaves.find(names);
    var found = new LinkedHashSet<KnownSlave>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var slave = known.get(name);
      if (slave == null) {
        problems.add("There is no slave " + name + ". Register it first.", "slaves", i);
      } else if (!found.add(slave)) {
        problems.add("The slave " + name + " is named twice. Name it once.", "slaves", i);
      }
    }
    return List.copyOf(found);
  }

  private static void checkUserIds(CheckedPlan.Fit fit, PlanProblems problems) {
    var needed = new Shares(fit.plan(), fit.bundle().userIds()).userIdsNeeded();
    if (needed > fit.bundle().userIds()) {
      problems.add(
          "The plan needs %,d user ids at the same time, but users.txt of bundle %s has %,d. Add ids or take fewer users."
              .formatted(needed, fit.bundle().name(), fit.bundle().userIds()));
    }
  }
}
