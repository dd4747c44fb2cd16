package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunState;
import java.time.Instant;
import java.util.List;
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
    @MappedCollection(idColumn = "run", keyColumn = "position") List<Member> members) {

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

  boolean anyLost() {
    return members.stream().anyMatch(m -> m.state() == MemberState.LOST);
  }

  /// When the load ends by plan, once its start is known.
  Optional<Instant> plannedEnd() {
    return Optional.ofNullable(startAt).map(at -> at.plusMillis(plan().durationMillis()));
  }

  Run in(RunState next, String why, Instant now) {
    return copy(next, why, endsAs, now, startAt, next.ended() ? now : endedAt, members);
  }

  Run endingAs(RunState end, String why) {
    return copy(state, why, end, stateSince, startAt, endedAt, members);
  }

  Run startingAt(Instant at) {
    return copy(state, reason, endsAs, stateSince, at, endedAt, members);
  }

  Run with(UnaryOperator<Member> change) {
    var changed = members.stream().map(change).toList();
    return copy(state, reason, endsAs, stateSince, startAt, endedAt, changed);
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
        members);
  }
}
