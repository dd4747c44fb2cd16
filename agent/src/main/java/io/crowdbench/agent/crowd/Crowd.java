package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Lateness;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.operation.CodeLocation;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Population;
import io.crowdbench.agent.operation.Trace;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.schedule.Schedule;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.messages.sample.ActionUsers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All virtual users of a runner: those who repeat an action, and those who arrive at one. Its
/// methods are called by the one thread that follows the schedule.
public final class Crowd implements Schedule.Crowd {

  private final Meter meter;
  private final Ending ending = new Ending();
  private final Map<String, Measured> measured = new TreeMap<>();
  private final Map<String, ClosedUsers> regulars = new TreeMap<>();
  private final Map<String, OpenUsers> arriving = new HashMap<>();
  private final Map<Thread, UserTask> threads = new ConcurrentHashMap<>();
  private final LongAdder notStarted = new LongAdder();

  /// Where users put what they measure.
  public record Instruments(Meter meter, Errors errors, DebugLog debug, Lateness lateness) {

    public Instruments() {
      this(CountTable.inMemory());
    }

    /// @param counts what is to outlive the process
    public Instruments(CountTable counts) {
      this(new Meter(counts), new Errors(), new DebugLog(), new Lateness());
    }
  }

  /// @param actions how to make each action, by the name plans use
  /// @param clock what paces users
  public Crowd(
      Map<String, Supplier<Action>> actions,
      RunScope scope,
      long seed,
      Collection<UserData> users,
      Bounds bounds,
      RunClock clock,
      Instruments instruments) {
    this.meter = instruments.meter();
    var ids = new UserIds(users);
    var most = bounds.maxUsers();
    var room = new OpenUsers.Room(most == null ? Integer.MAX_VALUE : most);
    actions.forEach((action, maker) -> {
      var own =
          new Measured(
              action,
              meter,
              instruments.errors(),
              instruments.debug(),
              new Population(),
              Trace.NONE);
      var scene =
          new ActionContext(maker, scope, seed, ids, own, ending, clock, instruments.lateness());
      var passes = bounds.iterations().getOrDefault(action, VirtualUser.UNBOUNDED);
      var returning = bounds.visitors() == Visitors.RETURNING;
      measured.put(action, own);
      regulars.put(action, new ClosedUsers(scene, passes, user -> start(action, user)));
      arriving.put(
          action, new OpenUsers(scene, returning, room, visitor -> start(action, visitor)));
    });
  }

  private void start(String name, UserTask user) {
    var thread =
        EventLoops.threads()
            .name(name)
            .unstarted(() -> {
              try {
                user.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.put(thread, user);
    thread.start();
  }

  /// Those taken out finish their pass.
  @Override
  public void become(Map<String, Integer> wanted) {
    regulars.forEach((action, users) -> users.become(wanted.getOrDefault(action, 0)));
  }

  /// One who finds no room is not started, and counted.
  @Override
  public void arrive(String action, long due) {
    if (!known(arriving.get(action)).arrive(due)) {
      notStarted.increment();
    }
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an action that is not in the bundle");
    }
    return value;
  }

  /// A pause is over: users look at the clock again.
  public void wake() {
    regulars.values().forEach(ClosedUsers::wake);
  }

  /// Whether nobody is at work any more, nor will be unless somebody comes.
  public boolean isIdle() {
    return regulars.values().stream().allMatch(ClosedUsers::allGone)
        && measured.values().stream().allMatch(each -> each.population().active() == 0);
  }

  /// Waits for users to do all their passes, then takes out those who have not.
  void finish(Duration patience) throws InterruptedException {
    var _ = joined(patience);
    drain(Duration.ZERO);
  }

  /// Takes all users out and waits for them to finish their pass. Those who have not by then are
  /// cut off: what they were at is counted as incomplete.
  public void drain(Duration patience) throws InterruptedException {
    become(Map.of());
    arriving.values().forEach(OpenUsers::finish);
    if (!joined(patience)) {
      ending.now();
      threads.keySet().forEach(Thread::interrupt);
      if (!joined(Duration.ofSeconds(2))) {
        abandon();
      }
    }
    meter.close();
  }

  /// Some users' code does not respond to an interrupt: they end with the process.
  private void abandon() {
    reportHanging();
    for (var person : threads.values()) {
      var life = person.life();
      if (life != null) {
        life.abandon();
      }
    }
    for (var each : measured.values()) {
      // What a page embeds is loaded by threads of its own.
      for (int i = each.population().uncounted(); i > 0; i--) {
        each.cutOff("(abandoned)");
      }
    }
  }

  /// Says of each place in the users' code how many hang there.
  private void reportHanging() {
    var places = new TreeMap<String, Map<String, Integer>>();
    for (var thread : threads.keySet()) {
      if (thread.isAlive()) {
        places
            .computeIfAbsent(thread.getName(), _ -> new TreeMap<>())
            .merge(CodeLocation.place(thread.getStackTrace()), 1, Integer::sum);
      }
    }
    places.forEach((action, counts) ->
        counts.forEach((place, count) ->
            known(measured.get(action))
                .error(
                    action,
                    "%,d %s: still running after the drain time, and after an interrupt"
                        .formatted(count, count == 1 ? "user hangs" : "users hang"),
                    place)));
  }

  private boolean joined(Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    for (var thread : threads.keySet()) {
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

  /// How many who were to arrive were not started since the last call. One thread, any.
  public long takeNotStarted() {
    return notStarted.sumThenReset();
  }
}
