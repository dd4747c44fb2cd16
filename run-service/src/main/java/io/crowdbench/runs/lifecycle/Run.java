package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/// One execution of a plan. How it changes is in [Lifecycle].
///
/// @param reason a sentence for people: why it is in its state, or what happens now
/// @param endsAs set once the run is to end otherwise than planned: the state it will end in
/// @param startAt second 0, by the broker's clock, once every slave is ready
/// @param live its load as it is now
record Run(
    @Id String id,
    @Version @Nullable Integer version,
    String planId,
    RunContent content,
    String words,
    RunState state,
    String reason,
    @Nullable RunState endsAs,
    Instant createdAt,
    Instant stateSince,
    @Nullable Instant startAt,
    @Nullable Instant endedAt,
    LoadState live,
    @MappedCollection(idColumn = "run", keyColumn = "position") List<Member> members) {

  Run {
    live = Objects.requireNonNullElse(live, LoadState.AS_PLANNED);
  }

  RunPlan plan() {
    return content.plan();
  }

  /// The slave's part, if that start of its agent is the one that carries it.
  Optional<Member> member(String slave, long epoch) {
    return members.stream().filter(m -> m.slave().equals(slave) && m.epoch() == epoch).findFirst();
  }

  boolean anyActive() {
    return members.stream().anyMatch(m -> m.state().active());
  }

  /// True if nobody carries load any more but to finish it.
  boolean allDraining() {
    return members.stream()
        .filter(m -> m.state().active())
        .allMatch(m -> m.state() == MemberState.DRAINING);
  }

  boolean anyLost() {
    return members.stream().anyMatch(m -> m.state() == MemberState.LOST);
  }

  /// True if users were planned and none has done anything on any slave that finished.
  boolean didNothing() {
    var planned =
        plan().steps().stream()
            .anyMatch(step ->
                step.change().values().stream().anyMatch(n -> n > 0)
                    || !step.atOnce().isEmpty()
                    || step.arrivals().values().stream()
                        .anyMatch(each -> each.perSecond() * step.millis() >= 1_000));
    return planned
        && members.stream()
            .map(Member::counters)
            .filter(Objects::nonNull)
            .allMatch(each -> isNothing(each.operations()) && isNothing(each.transactions()));
  }

  private static boolean isNothing(OutcomeCounts counts) {
    return counts.passed() + counts.failed() + counts.incomplete() == 0;
  }

  /// When the load ends at the latest, as far as that is known.
  Optional<Instant> latestEnd() {
    if (startAt == null) {
      return Optional.empty();
    }
    var most = plan().bounds().maxMillis();
    var bound = Optional.ofNullable(most).map(startAt::plusMillis);
    var left = plan().steps().subList(live.step(), plan().steps().size());
    if (live.paused() || left.stream().anyMatch(PlanStep::hold)) {
      return bound;
    }
    var since = live.since() == null ? startAt : live.since();
    var end = since.plusMillis(left.stream().mapToLong(PlanStep::millis).sum());
    return bound.filter(end::isAfter).or(() -> Optional.of(end));
  }

  Run in(RunState next, String why, Instant now) {
    return copy(next, why, endsAs, now, startAt, next.ended() ? now : endedAt, live, members);
  }

  Run endingAs(RunState end, String why) {
    return copy(state, why, end, stateSince, startAt, endedAt, live, members);
  }

  Run withVersion(int next) {
    return new Run(
        id,
        next,
        planId,
        content,
        words,
        state,
        reason,
        endsAs,
        createdAt,
        stateSince,
        startAt,
        endedAt,
        live,
        members);
  }

  Run startingAt(Instant at) {
    return copy(state, reason, endsAs, stateSince, at, endedAt, live, members);
  }

  Run with(LoadState load) {
    return copy(state, reason, endsAs, stateSince, startAt, endedAt, load, members);
  }

  Run with(UnaryOperator<Member> change) {
    var changed = members.stream().map(change).toList();
    return copy(state, reason, endsAs, stateSince, startAt, endedAt, live, changed);
  }

  Run with(Member changed) {
    return with(m -> m.slave().equals(changed.slave()) ? changed : m);
  }

  private Run copy(
      RunState state,
      String reason,
      @Nullable RunState endsAs,
      Instant stateSince,
      @Nullable Instant startAt,
      @Nullable Instant endedAt,
      LoadState live,
      List<Member> members) {
    return new Run(
        id,
        version,
        planId,
        content,
        words,
        state,
        reason,
        endsAs,
        createdAt,
        stateSince,
        startAt,
        endedAt,
        live,
        members);
  }
}
