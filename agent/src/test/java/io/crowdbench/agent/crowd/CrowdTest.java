package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrowdTest {

  private final Queue<Long> passes = new ConcurrentLinkedQueue<>();
  private final Meter meter = new Meter();

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

  private Crowd crowd(Duration pace) {
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
    var users = List.of("a", "b", "c").stream().map(id -> new UserData(id, Map.of())).toList();
    return new Crowd(
        Map.of("Tick", () -> tick),
        URI.create("http://127.0.0.1:1"),
        1,
        users,
        meter,
        new Errors(),
        new DebugLog());
  }
}
