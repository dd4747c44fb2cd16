package io.crowdbench.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.Overload;
import io.crowdbench.messages.sample.Overload.Limit;
import io.crowdbench.messages.sample.RunnerHealth;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

  @Test
  void findsNothingWhereTheSlaveHadRoom() {
    assertThat(
            of(new RunnerHealth(0.5, 0.89, 99, 49_999, 1, 899, 1_000L, 10L, 100L, 9_999L, 0.049)))
        .isEmpty();
    assertThat(of(RunnerHealth.UNKNOWN)).isEmpty();
  }

  @Test
  void namesEachLimitThatWasMet() {
    var overloads =
        of(new RunnerHealth(1, 0.97, 320, 80_000, 1, 950, 1_000L, 99L, 100L, 25_000L, 0.06));

    assertThat(overloads)
        .extracting(Overload::limit)
        .containsExactly(
            Limit.PROCESSOR,
            Limit.HOST,
            Limit.MEMORY,
            Limit.WAKING,
            Limit.SENDING,
            Limit.FILES,
            Limit.PORTS);
    assertThat(overloads.getFirst().sentence()).isEqualTo("the slave's processors were 97 % busy");
    assertThat(overloads.get(1).sentence()).contains("host kept 6 % of its processors' time");
    assertThat(overloads.get(5).sentence()).contains("950 of 1,000 files");
  }

  @Test
  void saysWhatWasNotDone() {
    assertThat(Judgement.of(RunnerHealth.UNKNOWN, new Dropped(7, 0, 3), 12))
        .extracting(Overload::sentence)
        .containsExactly(
            "12 requests could not be sent, for lack of files or ports: see the errors",
            "7 debug lines were not kept",
            "3 users who were to arrive were not started: as many as may be were there; raise maxUsers or add user ids");
  }

  private static List<Overload> of(RunnerHealth health) {
    return Judgement.of(health, Dropped.NOTHING, 0);
  }
}
