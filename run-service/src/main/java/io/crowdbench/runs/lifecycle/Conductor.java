package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.runs.reservation.Reservations;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what the rules say: changes a run in one transaction, then tells and asks. The only class
/// that sends commands.
@Component
class Conductor {

  /// What a rule is given and gives.
  interface Rule {
    Turn apply(Run run);
  }

  private final Runs runs;
  private final History history;
  private final Reservations reservations;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Clock clock;

  Conductor(
      Runs runs,
      History history,
      Reservations reservations,
      TransactionTemplate transaction,
      Outbox outbox,
      Clock clock) {
    this.runs = runs;
    this.history = history;
    this.reservations = reservations;
    this.transaction = transaction;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Keeps a new run and tells of it.
  void begin(Turn planned) {
    transaction.executeWithoutResult(_ -> {
      runs.save(planned.run());
      history.append(planned.run().id(), planned.events());
    });
    history.tell();
  }

  /// Changes a run by a rule. Two changes at the same time are made one after the other.
  void change(String id, Rule rule) {
    Change change = null;
    while (change == null) {
      change = attempt(id, rule);
    }
    if (change instanceof Change.Made(Run before, Run after)) {
      history.tell();
      ask(Orders.newlyDue(before, after, clock.instant()));
    }
  }

  private sealed interface Change {
    record None() implements Change {}

    record Made(Run before, Run after) implements Change {}
  }

  /// @return null if another change came between: then it must be tried again
  private @Nullable Change attempt(String id, Rule rule) {
    try {
      return transaction.execute(_ -> change(runs.findById(id).orElse(null), rule));
    } catch (OptimisticLockingFailureException e) {
      return null;
    }
  }

  private Change change(@Nullable Run before, Rule rule) {
    var turn = before == null ? null : rule.apply(before);
    if (before == null || turn == null || !turn.changes(before)) {
      return new Change.None();
    }
    var after = runs.save(turn.run());
    history.append(after.id(), turn.events());
    if (after.state().ended()) {
      reservations.release(after.id());
    }
    return new Change.Made(before, after);
  }

  /// Asks again for all that is due: an answer may have been lost, or the one who should give it.
  void askAgain(Run run) {
    ask(Orders.due(run, clock.instant()));
  }

  private void ask(List<Message> orders) {
    for (var order : orders) {
      outbox.tell(
          order instanceof AgentCommand ? "agentCommands-out-0" : "slaveCommands-out-0", order);
    }
  }
}
