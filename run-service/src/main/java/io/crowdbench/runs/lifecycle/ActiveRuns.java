package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The runs that hold slaves now.
@Component
class ActiveRuns {

  private static final Set<RunState> ACTIVE =
      EnumSet.of(RunState.PREPARING, RunState.RUNNING, RunState.DRAINING);

  /// What may come of a look at one slave's part in a run.
  interface MemberRule {
    Transition apply(Run run, Member member);
  }

  private final Runs runs;
  private final Conductor conductor;

  ActiveRuns(Runs runs, Conductor conductor) {
    this.runs = runs;
    this.conductor = conductor;
  }

  List<String> ids() {
    return runs.findIdsByState(ACTIVE);
  }

  List<Run> all() {
    return ids().stream().flatMap(id -> conductor.find(id).stream()).toList();
  }

  /// Applies the rule to every slave's part that something is still expected of.
  void changeMembers(MemberRule rule) {
    all().forEach(run -> changeMembers(run, rule));
  }

  /// The same for one run.
  void changeMembers(Run run, MemberRule rule) {
    for (var each : run.members()) {
      if (each.state().active()) {
        conductor.change(
            run.id(),
            fresh ->
                fresh
                    .member(each.slave(), each.epoch())
                    .map(member -> rule.apply(fresh, member))
                    .orElseGet(() -> Transition.none(fresh)));
      }
    }
  }
}
