package io.crowdbench.agent.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventLoopsTest {

  @Test
  void goOnWhileSomeUsersDoNotLetGo() throws InterruptedException {
    var enough = new AtomicBoolean();
    var spinning = new AtomicInteger();
    var stubborn = new ArrayList<Thread>();
    // More than there are processors, and some of them on the same loop.
    for (int i = 0; i < 3; i++) {
      for (var each : EventLoops.threadsOnEach()) {
        stubborn.add(
            each.start(() -> {
              spinning.incrementAndGet();
              while (!enough.get()) {
                Thread.onSpinWait();
              }
            }));
      }
    }
    try {
      Awaitility.await().until(() -> spinning.get() == stubborn.size());
      var others = new CountDownLatch(EventLoops.threadsOnEach().size());
      EventLoops.threadsOnEach().forEach(each -> each.start(others::countDown));

      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      enough.set(true);
      for (var each : stubborn) {
        each.join();
      }
    }
    assertAllGoOn();
  }

  @Test
  void usersWakeUpWhileTheirLoopHasNothingElseToDo() throws Exception {
    for (var each : EventLoops.threadsOnEach()) {
      var slept = new CompletableFuture<Duration>();
      var start = System.nanoTime();
      each.start(() -> {
        try {
          EventLoops.sleep(Duration.ofMillis(300));
          slept.complete(Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
          slept.completeExceptionally(e);
        }
      });
      assertThat(slept.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(Duration.ofMillis(299));
    }
  }

  @Test
  void usersAreToldByHowMuchTooLateTheyWoke() throws Exception {
    var time = Duration.ofMillis(10);
    for (var each : EventLoops.threadsOnEach()) {
      var late = new CompletableFuture<Long>();
      var start = System.nanoTime();
      each.start(() -> {
        try {
          late.complete(EventLoops.doze(time));
        } catch (InterruptedException e) {
          late.completeExceptionally(e);
        }
      });
      var told = late.get(20, TimeUnit.SECONDS);
      assertThat(told).isBetween(0L, System.nanoTime() - start - time.minusMillis(1).toNanos());
    }
  }

  @Test
  void anInterruptWakesAUser() throws Exception {
    var woken = new CompletableFuture<Boolean>();
    var sleeper =
        EventLoops.threads()
            .start(() -> {
              try {
                EventLoops.sleep(Duration.ofHours(1));
                woken.complete(false);
              } catch (InterruptedException e) {
                woken.complete(!Thread.currentThread().isInterrupted());
              }
            });
    Awaitility.await().until(() -> sleeper.getState() == Thread.State.WAITING);
    sleeper.interrupt();
    assertThat(woken.get(20, TimeUnit.SECONDS)).isTrue();
  }

  /// One that waits inside a class's initialisation can't leave its carrier.
  @Test
  void goOnWhileAUserHoldsItsCarrier() throws InterruptedException {
    var first = EventLoops.threadsOnEach().getFirst();
    var second = EventLoops.threadsOnEach().getFirst();
    var waiting = first.start(() -> assertThat(Slow.READY).isTrue());
    Awaitility.await().until(() -> Begun.LATCH.getCount() == 0);
    var pinned = second.start(() -> assertThat(Slow.READY).isTrue());
    Awaitility.await().until(() -> pinned.getState() != Thread.State.NEW);

    assertAllGoOn();

    Begun.GO_ON.countDown();
    waiting.join();
    pinned.join();
  }

  private static final class Begun {

    static final CountDownLatch LATCH = new CountDownLatch(1);
    static final CountDownLatch GO_ON = new CountDownLatch(1);
  }

  private static final class Slow {

    static final boolean READY = ready();

    private static boolean ready() {
      Begun.LATCH.countDown();
      try {
        return Begun.GO_ON.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        return false;
      }
    }
  }

  private static void assertAllGoOn() throws InterruptedException {
    var done = new CountDownLatch(EventLoops.threadsOnEach().size());
    EventLoops.threadsOnEach().forEach(each -> each.start(done::countDown));
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void giveUsersTurnsByTurns() throws InterruptedException {
    var order = new ArrayList<Integer>();
    var builders =
        List.of(EventLoops.threadsOnEach().getFirst(), EventLoops.threadsOnEach().getFirst());
    var threads = new ArrayList<Thread>();
    var both = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      int self = i;
      threads.add(
          builders
              .get(i)
              .start(() -> {
                both.countDown();
                while (both.getCount() > 0) {
                  Thread.yield();
                }
                for (int turn = 0; turn < 10; turn++) {
                  synchronized (order) {
                    order.add(self);
                  }
                  Thread.yield();
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(order).hasSize(20).containsSubsequence(0, 1, 0, 1, 0, 1);
  }
}
