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

  /// The same for one run, as one change. The rule is tried on the run as it is known here first:
  /// of a thousand slaves few are concerned.
  void changeMembers(Run run, MemberRule rule) {
    conductor.change(
        run.id(),
        run.members().stream()
            .filter(member -> member.state().active())
            .filter(member -> rule.apply(run, member).changes(run))
            .map(member -> onMember(member.slave(), member.epoch(), rule))
            .toList());
  }

  /// The rule for one slave's part, which changes nothing where it is not that start's of its
  /// agent.
  static Conductor.Rule onMember(String slave, long epoch, MemberRule rule) {
    return run ->
        run.member(slave, epoch)
            .map(member -> rule.apply(run, member))
            .orElseGet(() -> Transition.none(run));
  }
}
