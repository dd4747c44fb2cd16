package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Series;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Users who arrive whenever the schedule says, and stay as long as the test says.
@Timeout(30)
class VisitorTest {

  private final Queue<String> diary = new ConcurrentLinkedQueue<>();
  private final Semaphore mayGo = new Semaphore(0);
  private final RunClock clock = new RunClock();
  private final Crowd.Instruments instruments = new Crowd.Instruments();

  @Test
  void beginsPassesAndEndsOnceForEachNewVisitor() throws InterruptedException {
    var crowd = crowd(Visitors.NEW, null);
    mayGo.release(2);
    crowd.arrive("Visit", clock.now());
    awaitIdle(crowd);
    crowd.arrive("Visit", clock.now());
    awaitIdle(crowd);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(diary)
        .containsExactly(
            "begin user-0 0",
            "pass user-0 1",
            "end user-0 1",
            "begin user-1 0",
            "pass user-1 1",
            "end user-1 1");
  }

  @Test
  void letsTheOneWhoHasBeenAwayLongestReturn() throws InterruptedException {
    var crowd = crowd(Visitors.RETURNING, null);
    mayGo.release(5);
    crowd.arrive("Visit", clock.now());
    awaitPasses(1);
    awaitIdle(crowd);
    crowd.arrive("Visit", clock.now());
    awaitPasses(2);
    awaitIdle(crowd);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(diary)
        .containsExactly("begin user-0 0", "pass user-0 1", "pass user-0 2", "end user-0 2");
  }

  @Test
  void letsSeveralBeThereAtTheSameTime() throws InterruptedException {
    var crowd = crowd(Visitors.RETURNING, null);
    crowd.arrive("Visit", clock.now());
    crowd.arrive("Visit", clock.now());
    awaitPasses(2);
    mayGo.release(3);
    awaitIdle(crowd);
    crowd.arrive("Visit", clock.now());
    awaitPasses(3);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(diary).filteredOn(line -> line.startsWith("begin")).hasSize(2);
    assertThat(diary).filteredOn(line -> line.startsWith("end")).hasSize(2);
  }

  @Test
  void countsThoseWhoFindNoRoomAndStartsThemNoLater() throws InterruptedException {
    var crowd = crowd(Visitors.NEW, 2);
    for (int i = 0; i < 5; i++) {
      crowd.arrive("Visit", clock.now());
    }
    awaitPasses(2);
    mayGo.release(5);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(crowd.takeNotStarted()).isEqualTo(3);
    assertThat(instruments.meter().counters(0).transactions().passed()).isEqualTo(2);
  }

  @Test
  void countsThoseForWhomThereIsNoUserId() throws InterruptedException {
    var crowd = crowd(Visitors.NEW, null);
    for (int i = 0; i < 5; i++) {
      crowd.arrive("Visit", clock.now());
    }
    mayGo.release(5);
    crowd.drain(Duration.ofSeconds(5));

    assertThat(crowd.takeNotStarted()).isEqualTo(2);
  }

  @Test
  void measuresFromTheInstantTheScheduleWanted() throws InterruptedException {
    var crowd = crowd(Visitors.NEW, null);
    mayGo.release();
    crowd.arrive("Visit", clock.now() - Duration.ofSeconds(1).toNanos());
    crowd.drain(Duration.ofSeconds(5));

    var pass = instruments.meter().take().getFirst();
    assertThat(pass.kind()).isEqualTo(Kind.TRANSACTION);
    assertThat(Decoded.max(pass.intendedLatency()) - Decoded.max(pass.latency()))
        .isGreaterThan(990_000);
    assertThat(instruments.lateness().take().maxMicros()).isGreaterThan(990_000);
  }

  @Test
  void stopsWhoIsAtWorkWhenTheTimeToDrainIsOver() throws InterruptedException {
    var crowd = crowd(Visitors.RETURNING, null);
    crowd.arrive("Visit", clock.now());
    awaitPasses(1);
    crowd.drain(Duration.ofMillis(10));

    assertThat(instruments.meter().take()).extracting(Series::outcome).hasToString("[INCOMPLETE]");
    assertThat(diary).noneMatch(line -> line.startsWith("end"));
  }

  private void awaitPasses(int count) {
    Awaitility.await()
        .until(() -> diary.stream().filter(line -> line.startsWith("pass")).count() == count);
  }

  private static void awaitIdle(Crowd crowd) {
    Awaitility.await().until(crowd::isIdle);
  }

  private Crowd crowd(Visitors visitors, @Nullable Integer maxUsers) {
    var users = IntStream.range(0, 3).mapToObj(i -> new UserData("user-" + i, Map.of())).toList();
    return new Crowd(
        Map.of("Visit", Visit::new),
        RunScope.of(Address.of("http://127.0.0.1:1")),
        1,
        users,
        new Bounds(Map.of(), null, visitors, maxUsers),
        clock,
        instruments);
  }

  /// Writes down what it is called for, and how many passes it has done.
  private final class Visit implements Action {

    private int passes;

    @Override
    public void begin(User user) {
      diary.add("begin " + user.id() + " " + passes);
    }

    @Override
    public void run(User user) throws InterruptedException {
      passes++;
      diary.add("pass " + user.id() + " " + passes);
      mayGo.acquire();
    }

    @Override
    public void end(User user) {
      diary.add("end " + user.id() + " " + passes);
    }
  }
}
