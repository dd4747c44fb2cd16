package io.crowdbench.runs.lifecycle;

import static java.util.Objects.requireNonNull;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What must be asked of whom, given only the state a run is in. Whatever of it is lost is asked
/// again later: every receiver answers a repeat and does nothing twice.
final class Orders {

  private Orders() {}

  /// What is due for the slave at that position, if anything.
  static @Nullable Message due(Run run, int position, Instant now) {
    var member = run.members().get(position);
    var slave = member.slave();
    if (run.state() == RunState.QUEUED || !member.state().active()) {
      return null;
    }
    if (run.endsAs() != null) {
      return new StopRun(Message.SCHEMA, now, slave, member.epoch(), run.id(), run.reason());
    }
    return switch (member.state()) {
      case WAITING -> new DeliverBundle(Message.SCHEMA, now, slave, run.id(), run.plan().bundle());
      case PREPARING -> prepare(run, position, member, now);
      case READY -> start(run, member, now);
      case RUNNING -> change(run, position, member, now);
      case DRAINING, FINISHED, LOST, DISMISSED -> null;
    };
  }

  private static @Nullable ChangeLoad change(Run run, int position, Member member, Instant now) {
    var live = run.live();
    if (live.from() == null || live.change() <= member.change()) {
      return null;
    }
    return new ChangeLoad(
        Message.SCHEMA,
        now,
        member.slave(),
        member.epoch(),
        run.id(),
        live.change(),
        live.from(),
        run.content().shares(live.adjustment()).steps(position),
        live.reached(),
        live.paused());
  }

  private static PrepareRun prepare(Run run, int position, Member member, Instant now) {
    var share = run.content().shares().of(position, requireNonNull(member.bundlePath()));
    return new PrepareRun(Message.SCHEMA, now, member.slave(), member.epoch(), run.id(), share);
  }

  private static @Nullable StartRun start(Run run, Member member, Instant now) {
    var at = run.startAt();
    return at == null
        ? null
        : new StartRun(Message.SCHEMA, now, member.slave(), member.epoch(), run.id(), at);
  }

  /// All that is due.
  static List<Message> due(Run run, Instant now) {
    var orders = new ArrayList<Message>();
    for (int i = 0; i < run.members().size(); i++) {
      var order = due(run, i, now);
      if (order != null) {
        orders.add(order);
      }
    }
    return orders;
  }

  /// What is due now and was not before; and, once a run has ended well, the tidying up.
  static List<Message> newlyDue(Run before, Run after, Instant now) {
    if (after.state() == RunState.COMPLETED && before.state() != RunState.COMPLETED) {
      return after.members().stream()
          .<Message>map(m -> new CleanUpRun(Message.SCHEMA, now, m.slave(), after.id()))
          .toList();
    }
    var orders = new ArrayList<Message>();
    var whole = !sameForAll(before, after);
    for (int i = 0; i < after.members().size(); i++) {
      // Most events change one slave of a thousand.
      if (whole || !after.members().get(i).equals(before.members().get(i))) {
        var order = due(after, i, now);
        if (order != null && !order.equals(due(before, i, now))) {
          orders.add(order);
        }
      }
    }
    return orders;
  }

  /// Whether what is due for a slave can differ only by its own part.
  private static boolean sameForAll(Run before, Run after) {
    return before.state() == after.state()
        && Objects.equals(before.endsAs(), after.endsAs())
        && Objects.equals(before.startAt(), after.startAt())
        && before.live().equals(after.live());
  }
}
