package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.outbox.TransactionalOutbox;
import io.crowdbench.messages.Message;
import io.crowdbench.runs.reservation.Reservations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what the rules say. A change of a run, its events and the commands that follow from it are
/// one transaction: the outbox sends them once it is committed.
@Component
class Conductor {

  /// What a rule is given and gives; called in the transaction.
  interface Rule {
    Transition apply(Run run);
  }

  private final RunStore runs;
  private final History history;
  private final Reservations reservations;
  private final TransactionTemplate transaction;
  private final TransactionalOutbox outbox;
  private final BrokerTime brokerTime;

  Conductor(
      RunStore runs,
      History history,
      Reservations reservations,
      TransactionTemplate transaction,
      TransactionalOutbox outbox,
      BrokerTime brokerTime) {
    this.runs = runs;
    this.history = history;
    this.reservations = reservations;
    this.transaction = transaction;
    this.outbox = outbox;
    this.brokerTime = brokerTime;
  }

  Optional<Run> find(String id) {
    return runs.find(id);
  }

  /// Keeps a new run and publishes it.
  void begin(Transition planned) {
    transaction.executeWithoutResult(_ -> {
      runs.add(planned.run());
      outbox.publish(history.append(planned.run().id(), planned.events()));
    });
  }

  /// Changes a run by all of the rules in their order, as one change.
  void change(String id, List<Rule> rules) {
    change(
        id,
        run -> {
          var transition = Transition.none(run);
          for (var rule : rules) {
            transition = transition.then(rule);
          }
          return transition;
        });
  }

  /// Changes a run by a rule. Two changes at the same time are made one after the other.
  void change(String id, Rule rule) {
    while (true) {
      try {
        var changed = transaction.execute(_ -> change(runs.find(id).orElse(null), rule));
        if (changed != null) {
          runs.committed(changed);
        }
        return;
      } catch (OptimisticLockingFailureException e) {
        // Another change came between: once more, on the run as it is now.
        continue;
      }
    }
  }

  /// @return the run after the change; null if nothing changed
  private @Nullable Run change(@Nullable Run before, Rule rule) {
    var transition = before == null ? null : rule.apply(before);
    if (before == null || transition == null || !transition.changes(before)) {
      return null;
    }
    var after = runs.save(before, transition.run());
    var messages = new ArrayList<Message>(history.append(after.id(), transition.events()));
    messages.addAll(Orders.newlyDue(before, after, brokerTime.now()));
    outbox.publish(messages);
    if (after.state().ended()) {
      reservations.release(after.id());
    }
    return after;
  }

  /// Asks again for all that is due: an answer may have been lost, or the one who should give it.
  /// What the broker has not taken yet needs no repetition.
  void askAgain(Run run) {
    if (!outbox.hasBacklog()) {
      outbox.publish(Orders.due(run, brokerTime.now()));
    }
  }
}
