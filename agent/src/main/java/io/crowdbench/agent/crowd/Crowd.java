package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All virtual users of a runner. Its methods are called by the one thread that follows the steps.
public final class Crowd {

  private final Map<String, Supplier<Action>> actions;
  private final Addresses addresses;
  private final long seed;
  private final UserIds ids;
  private final Meter meter;
  private final Ending ending = new Ending();
  private final Map<String, Measured> measured = new TreeMap<>();
  private final Map<String, List<VirtualUser>> present = new HashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  /// @param actions how to make each action, by the name plans use
  public Crowd(
      Map<String, Supplier<Action>> actions,
      URI target,
      long seed,
      Collection<UserData> users,
      Meter meter,
      Errors errors,
      DebugLog debug) {
    this.actions = actions;
    this.addresses = new Addresses(target);
    this.seed = seed;
    this.ids = new UserIds(users);
    this.meter = meter;
    actions
        .keySet()
        .forEach(name ->
            measured.put(
                name, new Measured(name, meter, errors, debug, new Population(), Trace.NONE)));
  }

  /// Adds or takes out users until as many as asked for do each action; one not named gets none.
  /// Those taken out finish their pass.
  public void become(Map<String, Integer> wanted) {
    threads.removeIf(thread -> !thread.isAlive());
    for (var action : actions.keySet()) {
      var doing = present.computeIfAbsent(action, _ -> new ArrayList<>());
      int count = wanted.getOrDefault(action, 0);
      while (doing.size() > count) {
        doing.removeLast().leave();
      }
      while (doing.size() < count) {
        doing.add(enter(action));
      }
    }
  }

  private VirtualUser enter(String action) {
    var user =
        new VirtualUser(
            known(actions.get(action)), ids, addresses, seed, known(measured.get(action)), ending);
    threads.add(user.start(action));
    return user;
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an action that is not in the bundle");
    }
    return value;
  }

  /// Takes all users out and waits for them to finish their pass. Those who have not by then are
  /// cut off: what they were at is counted as incomplete.
  public void drain(Duration patience) throws InterruptedException {
    become(Map.of());
    if (!joined(patience)) {
      ending.now();
      threads.forEach(Thread::interrupt);
      if (!joined(Duration.ofSeconds(2))) {
        abandon();
      }
    }
    meter.close();
  }

  /// Some users' code does not even heed an interrupt: they end with the process.
  private void abandon() {
    for (var each : measured.values()) {
      for (int i = each.population().active(); i > 0; i--) {
        each.pass(Outcome.INCOMPLETE, 0);
      }
      for (int i = each.population().inFlight(); i > 0; i--) {
        each.cutOff("(abandoned)");
      }
    }
  }

  private boolean joined(Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    for (var thread : threads) {
      var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      if (!thread.join(left)) {
        return false;
      }
    }
    return true;
  }

  /// Who is at work right now. Any thread.
  public List<ActionUsers> population() {
    return measured.values().stream()
        .map(m -> new ActionUsers(m.action(), m.population().active(), m.population().inFlight()))
        .toList();
  }
}
