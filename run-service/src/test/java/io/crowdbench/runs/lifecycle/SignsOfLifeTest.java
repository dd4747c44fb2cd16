package io.crowdbench.runs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final SignsOfLife signs = new SignsOfLife();

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private void allWell(int from, int to) {
    for (int second = from; second <= to; second++) {
      signs.serviceRuns(at(second));
      signs.databaseAnswered(at(second));
      signs.brokerAnswered(at(second));
    }
  }

  @BeforeEach
  void start() {
    allWell(0, 10);
    assertThat(signs.takeOutages()).isEmpty();
  }

  @Test
  void tellsNothingWhileAllIsWell() {
    allWell(11, 20);

    assertThat(signs.takeOutages()).isEmpty();
  }

  @Test
  void aBrokerThatFailedIsBack() {
    for (int second = 11; second < 25; second++) {
      signs.serviceRuns(at(second));
      signs.databaseAnswered(at(second));
      signs.brokerFailed();
    }
    allWell(25, 26);

    assertThat(signs.takeOutages()).containsExactly(new Outage(Outage.Part.BROKER, at(10), at(25)));
    assertThat(signs.takeOutages()).isEmpty();
  }

  /// The database held up who would have asked it.
  @Test
  void aBrokerThatNobodyAskedIsNotBlamed() {
    for (int second = 11; second < 25; second++) {
      signs.serviceRuns(at(second));
    }
    allWell(25, 26);

    assertThat(signs.takeOutages())
        .containsExactly(new Outage(Outage.Part.DATABASE, at(10), at(25)));
  }

  @Test
  void aServiceThatWasStartedAgainKnowsForHowLongItWasAway() {
    var restarted = new SignsOfLife();
    restarted.serviceRanBefore(at(10));
    restarted.serviceRuns(at(30));
    restarted.databaseAnswered(at(30));

    assertThat(restarted.takeOutages())
        .containsExactly(new Outage(Outage.Part.RUN_SERVICE, at(10), at(30)));
  }

  @Test
  void aServiceThatStoodStillBlamesNobodyElse() {
    signs.brokerFailed();
    allWell(25, 26);

    var outages = signs.takeOutages();
    assertThat(outages).containsExactly(new Outage(Outage.Part.RUN_SERVICE, at(10), at(25)));
    assertThat(outages.getFirst().words())
        .isEqualTo(
            "run-service was away for 15 seconds: slaves went on, and nothing could be started, changed or stopped.");
  }
}
