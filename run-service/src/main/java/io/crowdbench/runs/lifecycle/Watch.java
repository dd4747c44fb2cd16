package io.crowdbench.runs.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at all runs again and again: for what time alone brings about, and for what was lost.
@Component
class Watch {

  private static final Duration PREPARING = Duration.ofMinutes(2);

  /// Beyond the plan's own time to drain: for the last samples to reach Kafka.
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final ActiveRuns active;
  private final Queue queue;
  private final Conductor conductor;
  private final History history;
  private final Silence silence;
  private final Kafka kafka;
  private final Clock clock;

  Watch(
      ActiveRuns active,
      Queue queue,
      Conductor conductor,
      History history,
      Silence silence,
      Kafka kafka,
      Clock clock) {
    this.active = active;
    this.queue = queue;
    this.conductor = conductor;
    this.history = history;
    this.silence = silence;
    this.kafka = kafka;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    history.tell();
    queue.advance();
    var now = clock.instant();
    active.changeMembers((run, member) -> late(run, member, now));
  }

  /// Silence is looked for apart: it may have to ask Kafka, which takes its time when it is away.
  @Scheduled(fixedDelay = 500)
  void listen() {
    var silent =
        active.all().stream()
            .flatMap(run -> run.members().stream())
            .filter(member -> member.state().active())
            .anyMatch(member -> silence.tooLong(member.slave()));
    if (silent && !kafka.answers()) {
      silence.forgive();
    } else if (silent) {
      active.changeMembers(this::silent);
    }
  }

  /// What was asked may have got lost on the way, or the one that was asked.
  @Scheduled(fixedDelay = 5_000)
  void askAgain() {
    active.all().forEach(conductor::askAgain);
  }

  private Turn silent(Run run, Member member) {
    if (!silence.tooLong(member.slave())) {
      return Turn.none(run);
    }
    var problem =
        "Slave %s has not been heard of for more than %d seconds. Look whether it is up and its agent runs."
            .formatted(member.name(), Silence.TOO_LONG.toSeconds());
    return Lifecycle.lost(run, member, problem, clock.instant());
  }

  private static Turn late(Run run, Member member, Instant now) {
    var deadline =
        switch (run.state()) {
          case PREPARING -> run.stateSince().plus(PREPARING);
          // Runners say when their load is over; this is for one that never does.
          case RUNNING -> run.latestEnd().map(end -> end.plus(SETTLING)).orElse(Instant.MAX);
          case DRAINING -> run.stateSince().plus(SETTLING).plusMillis(run.plan().drainMillis());
          default -> Instant.MAX;
        };
    if (!now.isAfter(deadline)) {
      return Turn.none(run);
    }
    var what =
        switch (run.state()) {
          case PREPARING -> "get ready";
          case RUNNING -> "end its load";
          default -> "finish";
        };
    var problem =
        "Slave %s did not %s within %d seconds. Look into its agent's log and the runner's."
            .formatted(
                member.name(), what, Duration.between(run.stateSince(), deadline).toSeconds());
    return Lifecycle.lost(run, member, problem, now);
  }
}
