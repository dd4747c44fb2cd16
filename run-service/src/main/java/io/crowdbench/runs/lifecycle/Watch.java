package io.crowdbench.runs.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at all runs again and again: for what time alone brings about, and for what was lost.
@Component
class Watch {

  private static final Duration PREPARE_TIMEOUT = Duration.ofMinutes(2);

  /// Beyond the plan's own time to drain: for the last samples to reach Kafka.
  private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(30);

  private final ActiveRuns active;
  private final Queue queue;
  private final Conductor conductor;
  private final Liveness liveness;
  private final BrokerTime brokerTime;

  Watch(
      ActiveRuns active,
      Queue queue,
      Conductor conductor,
      Liveness liveness,
      BrokerTime brokerTime) {
    this.active = active;
    this.queue = queue;
    this.conductor = conductor;
    this.liveness = liveness;
    this.brokerTime = brokerTime;
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    queue.advance();
    for (var run : active.all()) {
      if (brokerTime.isKnown() && Lifecycle.waitsForStart(run)) {
        conductor.change(
            run.id(),
            fresh ->
                Lifecycle.schedule(
                    fresh, brokerTime.now().plus(Lifecycle.START_LEAD), brokerTime.now()));
      }
      if (run.members().stream().anyMatch(member -> isSilent(run, member) || isLate(run))) {
        active.changeMembers(run, this::judge);
      } else if (Lifecycle.canBePreparedAnew(run)) {
        missing(run)
            .ifPresent(slaves ->
                conductor.change(
                    run.id(), fresh -> Lifecycle.missing(fresh, slaves, brokerTime.now())));
      }
    }
  }

  /// What was asked may have got lost on the way, or the one that was asked.
  @Scheduled(fixedDelay = 5_000)
  void askAgain() {
    active.all().forEach(conductor::askAgain);
  }

  /// The slaves that are waited for, as people read them.
  private Optional<String> missing(Run run) {
    var names =
        run.members().stream()
            .filter(member -> member.state().active() && liveness.isSilent(member.slave()))
            .map(Member::name)
            .toList();
    return switch (names.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("slave " + names.getFirst());
      case 2, 3, 4, 5 -> Optional.of("slaves " + String.join(", ", names));
      default -> Optional.of(names.size() + " slaves");
    };
  }

  private boolean isSilent(Run run, Member member) {
    return member.state().active() && liveness.isSilent(member.slave(), maxSilence(run));
  }

  private static Duration maxSilence(Run run) {
    return Lifecycle.canBePreparedAnew(run)
        ? Liveness.MAX_SILENCE_BEFORE_LOAD
        : Liveness.MAX_SILENCE;
  }

  private boolean isLate(Run run) {
    return run.anyActive() && liveness.hasPassed(deadline(run));
  }

  private Transition judge(Run run, Member member) {
    if (isSilent(run, member)) {
      return Lifecycle.lost(run, member, silent(run, member), brokerTime.now());
    }
    return isLate(run)
        ? Lifecycle.lost(run, member, late(run, member), brokerTime.now())
        : Transition.none(run);
  }

  private static String silent(Run run, Member member) {
    return "Slave %s has not been heard of for more than %d seconds. Look whether it is up and its agent runs."
        .formatted(member.name(), maxSilence(run).toSeconds());
  }

  private static Instant deadline(Run run) {
    return switch (run.state()) {
      case PREPARING -> run.stateSince().plus(PREPARE_TIMEOUT);
      // Runners say when their load is over; this is for one that never does.
      case RUNNING -> run.latestEnd().map(end -> end.plus(SETTLE_TIMEOUT)).orElse(Instant.MAX);
      case DRAINING -> run.stateSince().plus(SETTLE_TIMEOUT).plusMillis(run.plan().drainMillis());
      case QUEUED, COMPLETED, ABORTED, CANCELLED, FAILED -> Instant.MAX;
    };
  }

  private static String late(Run run, Member member) {
    var what =
        switch (run.state()) {
          case PREPARING -> "get ready";
          case RUNNING -> "end its load";
          default -> "finish";
        };
    return "Slave %s did not %s within %d seconds. Look into its agent's log and the runner's."
        .formatted(
            member.name(), what, Duration.between(run.stateSince(), deadline(run)).toSeconds());
  }
}
