package io.crowdbench.runs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final ReadProgress progress = new ReadProgress();
  private final TunnelExcuses tunnels = new TunnelExcuses();
  private final Liveness liveness = new Liveness(progress, tunnels);
  private long end;

  private static Instant at(double second) {
    return START.plusMillis((long) (second * 1_000));
  }

  /// The service has read everything there is, second by second.
  private void readUntil(int from, int to) {
    for (int second = from; second <= to; second++) {
      progress.looked(at(second), ++end, end);
    }
  }

  @Test
  void aSlaveIsSilentWhenNothingOfItWasAppendedForTooLong() {
    readUntil(0, 20);
    liveness.seen("a", at(17.5));
    liveness.seen("b", at(16.5));

    assertThat(liveness.isSilent("a")).isFalse();
    assertThat(liveness.isSilent("b")).isTrue();
  }

  @Test
  void whatIsNotReadIsNotSilence() {
    readUntil(0, 20);
    liveness.seen("a", at(19.9));
    // A backlog: the topic grows, but nothing of it is handled, as when the database is away.
    for (int second = 21; second < 60; second++) {
      progress.looked(at(second), end + 10L * second, end);
    }

    assertThat(liveness.isSilent("a")).isFalse();

    // It is worked off: what was appended meanwhile counts by when that was.
    liveness.seen("a", at(59));
    progress.looked(at(60), end + 600, end + 600);
    assertThat(liveness.isSilent("a")).isFalse();
  }

  @Test
  void afterTheBrokerWasAwayAgentsGetTimeToFindItAgain() {
    readUntil(0, 20);
    liveness.seen("a", at(20));
    readUntil(38, 52);

    assertThat(liveness.isSilent("a")).isFalse();

    readUntil(53, 54);
    assertThat(liveness.isSilent("a")).isTrue();
  }

  @Test
  void nobodyIsSilentBeforeAnythingWasRead() {
    assertThat(liveness.isSilent("a")).isFalse();
    progress.looked(at(0), 5, 0);
    assertThat(liveness.isSilent("a")).isFalse();
  }

  @Test
  void aDeadlineHasPassedOnlyWhenEverythingUpToItWasRead() {
    readUntil(0, 20);
    assertThat(liveness.hasPassed(at(19))).isTrue();
    assertThat(liveness.hasPassed(at(20.5))).isFalse();
    for (int second = 21; second < 60; second++) {
      progress.looked(at(second), end + second, end);
    }
    assertThat(liveness.hasPassed(at(30))).isFalse();

    progress.looked(at(60), end + 60, end + 60);
    assertThat(liveness.hasPassed(at(30))).isTrue();
  }

  @Test
  void aDeadlineThatPassedWhileTheBrokerWasAwayWaitsForWhatAgentsHaveToSay() {
    readUntil(0, 20);
    readUntil(100, 111);
    assertThat(liveness.hasPassed(at(50))).isFalse();

    readUntil(112, 113);
    assertThat(liveness.hasPassed(at(50))).isTrue();
  }

  private void reported(int from, int to, List<String> open, List<String> broken) {
    for (int second = from; second <= to; second++) {
      tunnels.reported(open, broken, at(second));
    }
  }

  @Test
  void aSlaveWhoseTunnelBreaksIsJudgedLikeAnyOther() {
    readUntil(0, 30);
    reported(0, 20, List.of("a"), List.of());
    liveness.seen("a", at(20));
    reported(21, 30, List.of(), List.of("a"));

    assertThat(liveness.isSilent("a")).isTrue();
  }

  @Test
  void nobodyIsSilentWhileProvisionerServiceIsAwayWhoKeepsTheTunnel() {
    reported(0, 20, List.of("a"), List.of());
    liveness.seen("a", at(20));
    liveness.seen("b", at(20));
    readUntil(0, 40);

    assertThat(liveness.isSilent("a")).isFalse();
    assertThat(liveness.isSilent("b")).isTrue();
  }

  @Test
  void aSlaveHasTimeToBeHeardAgainOnceItsTunnelIsOpenAgain() {
    reported(0, 20, List.of("a"), List.of());
    liveness.seen("a", at(20));
    reported(40, 45, List.of(), List.of("a"));
    readUntil(0, 45);
    assertThat(liveness.isSilent("a")).isFalse();

    reported(46, 60, List.of("a"), List.of());
    readUntil(46, 60);
    assertThat(liveness.isSilent("a")).isFalse();

    reported(61, 63, List.of("a"), List.of());
    readUntil(61, 63);
    assertThat(liveness.isSilent("a")).isTrue();
  }

  @Test
  void aProvisionerServiceThatDoesNotComeBackExcusesNobodyForEver() {
    reported(0, 20, List.of("a"), List.of());
    liveness.seen("a", at(20));
    readUntil(0, 90);

    assertThat(liveness.isSilent("a")).isTrue();
  }

  @Test
  void aTunnelThatStaysBrokenExcusesNobodyForEver() {
    reported(0, 20, List.of("a"), List.of());
    liveness.seen("a", at(20));
    reported(40, 90, List.of(), List.of("a"));
    readUntil(0, 90);

    assertThat(liveness.isSilent("a")).isTrue();
  }
}
