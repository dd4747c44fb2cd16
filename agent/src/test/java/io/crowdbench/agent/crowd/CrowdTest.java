package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrowdTest {

  private final Queue<Long> passes = new ConcurrentLinkedQueue<>();
  private final RunClock clock = new RunClock();
  private final Crowd.Instruments instruments = new Crowd.Instruments();
  private final Meter meter = instruments.meter();

  @Test
  void beginsPassesNoFasterThanThePace() throws InterruptedException {
    var crowd = crowd(Duration.ofMillis(20));
    crowd.become(Map.of("Tick", 1));
    Awaitility.await().until(() -> passes.size() >= 5);
    crowd.drain(Duration.ofSeconds(5));

    var starts = passes.stream().mapToLong(nanos -> nanos).toArray();
    for (int i = 1; i < starts.length; i++) {
      assertThat(starts[i] - starts[i - 1]).isGreaterThanOrEqualTo(19_000_000);
    }
  }

  @Test
  void letsAUserGoThatWaitsForItsNextPass() throws InterruptedException {
    var crowd = crowd(Duration.ofHours(1));
    crowd.become(Map.of("Tick", 3));
    Awaitility.await().until(() -> passes.size() == 3);

    crowd.drain(Duration.ofHours(1));

    assertThat(meter.counters(0).transactions().passed()).isEqualTo(3);
    assertThat(meter.counters(0).transactions().incomplete()).isZero();
  }

  @Test
  void doesSoManyPassesAndNoMore() throws InterruptedException {
    var crowd =
        crowd(Duration.ofMillis(1), new Bounds(Map.of("Tick", 4), null, Visitors.NEW, null));
    crowd.become(Map.of("Tick", 2));
    Awaitility.await().until(crowd::isIdle);
    crowd.become(Map.of("Tick", 2));
    crowd.drain(Duration.ofSeconds(5));

    assertThat(passes).hasSize(8);
  }

  @Test
  void countsAPassThatIsGivenUpAsIncomplete() throws InterruptedException {
    Action sold =
        user -> {
          throw user.giveUp("no stock");
        };
    var crowd = crowd(() -> sold, new Bounds(Map.of("Tick", 3), null, Visitors.NEW, null));
    crowd.become(Map.of("Tick", 1));
    Awaitility.await().until(crowd::isIdle);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(meter.counters(0).transactions().incomplete()).isEqualTo(3);
    assertThat(meter.counters(0).transactions().failed()).isZero();
    assertThat(meter.take())
        .anySatisfy(series -> {
          assertThat(series.name()).isEqualTo("gave up: no stock");
          assertThat(series.count()).isEqualTo(3);
        });
    assertThat(instruments.errors().take().errors()).isEmpty();
  }

  @Test
  void waitsBetweenPassesWhileTheClockStands() throws InterruptedException {
    var crowd = crowd(Duration.ofMillis(10));
    crowd.become(Map.of("Tick", 2));
    Awaitility.await().until(() -> passes.size() >= 4);
    clock.stop(clock.now());
    // Nobody is in a pass for longer than no time at all.
    var before = new AtomicInteger();
    Awaitility.await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> before.getAndSet(passes.size()) == passes.size());
    clock.goOn(System.nanoTime());
    crowd.wake();
    Awaitility.await().until(() -> passes.size() >= before.get() + 4);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(instruments.meter().counters(0).transactions().incomplete()).isZero();
  }

  @Test
  void saysHowLateAPacedPassBegan() throws InterruptedException {
    var crowd = crowd(Duration.ofMillis(10));
    crowd.become(Map.of("Tick", 1));
    Awaitility.await().until(() -> passes.size() >= 5);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(instruments.lateness().take().count()).isGreaterThanOrEqualTo(4);
    assertThat(instruments.meter().take().getFirst().intendedLatency()).isNotNull();
  }

  @Test
  void takesOutWhoWaitsBeforeWhoIsAtWork() throws InterruptedException {
    var atWork = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var turn = new AtomicInteger();
    Action mixed =
        user -> {
          user.pace(Duration.ofHours(1));
          if (turn.getAndIncrement() == 2) {
            atWork.countDown();
            mayEnd.await();
          }
          passes.add(System.nanoTime());
        };
    var crowd = crowd(() -> mixed, Bounds.NONE);
    crowd.become(Map.of("Tick", 1));
    Awaitility.await().until(() -> passes.size() == 1);
    crowd.become(Map.of("Tick", 2));
    Awaitility.await().until(() -> passes.size() == 2);
    crowd.become(Map.of("Tick", 3));
    atWork.await();

    crowd.become(Map.of("Tick", 1));
    Awaitility.await().until(() -> crowd.population().getFirst().active() == 1);

    mayEnd.countDown();
    crowd.drain(Duration.ofSeconds(5));
    assertThat(passes).hasSize(3);
  }

  private Crowd crowd(Duration pace) {
    return crowd(pace, Bounds.NONE);
  }

  private Crowd crowd(Duration pace, Bounds bounds) {
    Action tick =
        new Action() {
          @Override
          public void begin(User user) {
            user.pace(pace);
          }

          @Override
          public void run(User user) {
            passes.add(System.nanoTime());
          }
        };
    return crowd(() -> tick, bounds);
  }

  private Crowd crowd(Supplier<Action> actions, Bounds bounds) {
    var users = List.of("a", "b", "c").stream().map(id -> new UserData(id, Map.of())).toList();
    return new Crowd(
        Map.of("Tick", actions),
        RunScope.of(Address.of("http://127.0.0.1:1")),
        1,
        users,
        bounds,
        clock,
        instruments);
  }
}
