package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.runs.schedule.Adjustment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The rules of changing the load of a running run. A change that makes no difference makes none.
final class Changes {

  private Changes() {}

  /// Whether there is a load to be changed.
  static boolean possible(Run run) {
    return run.state() == RunState.RUNNING && run.endsAs() == null;
  }

  /// @param wanted in which [ChangeCheck] found no problem
  /// @param from the instant of the broker's clock from which on it is to hold
  static Transition made(Run run, LoadChangeRequest wanted, Instant from, Instant now) {
    var live = run.live();
    return switch (wanted.kind()) {
      case USERS -> turn(run, live.changed(users(live, wanted.users()), from, now), wanted, now);
      case RATES ->
          turn(run, live.changed(rates(live, wanted.perSecond()), from, now), wanted, now);
      case PAUSE ->
          live.paused()
              ? Transition.none(run)
              : turn(run, live.changed(true, from, now), wanted, now);
      case RESUME ->
          live.paused()
              ? turn(run, live.changed(false, from, now), wanted, now)
              : Transition.none(run);
      // Once more before it has happened is the same once.
      case NEXT_STEP ->
          live.reached() > live.step()
              ? Transition.none(run)
              : turn(run, live.toNextStep(from, now), wanted, now);
    };
  }

  static Adjustment users(LoadState live, Map<String, Integer> change) {
    var before = live.adjustment();
    var users = new HashMap<>(before.users());
    change.forEach((action, more) -> users.merge(action, more, Integer::sum));
    return new Adjustment(users, before.rates(), before.ratesStep());
  }

  static Adjustment rates(LoadState live, Map<String, Double> perSecond) {
    var before = live.adjustment();
    int step = Math.max(live.step(), live.reached());
    var rates = new HashMap<>(before.ratesStep() == step ? before.rates() : Map.of());
    rates.putAll(perSecond);
    return new Adjustment(before.users(), rates, step);
  }

  private static Transition turn(Run run, LoadState next, LoadChangeRequest wanted, Instant now) {
    var from = next.from() == null ? now : next.from();
    return Transition.none(run.with(next))
        .publishing(number ->
            new RunChanged(
                Message.SCHEMA,
                now,
                run.id(),
                number,
                next.change(),
                wanted.kind(),
                ChangeDescription.of(run, wanted),
                wanted.users(),
                wanted.perSecond(),
                from,
                wanted.by(),
                wanted.reason()));
  }
}
