package io.crowdbench.runs.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunStepped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a person changes of the load of a run that is on.
class ChangesTest extends RunStory {

  @Test
  void followsTheStepsThatRunnersComeTo() {
    running();

    progress("a", 1, 0, false);
    progress("b", 1, 0, false);
    assertThat(run.live().step()).isEqualTo(1);
    assertThat(published).last().isEqualTo(new RunStepped(1, NOW, "run-1", 5, 1));
  }

  @Test
  void asksForAChangeUntilEachHasTakenItUp() {
    running();

    want(LoadChange.USERS, Map.of("Buy", 3), Map.of());
    assertThat(asked)
        .extracting(order -> ((ChangeLoad) order).steps().getFirst().users().get("Buy"))
        .containsExactly(3, 4);
    assertThat(asked).extracting(order -> ((ChangeLoad) order).change()).containsOnly(1L);
    assertThat(published)
        .last()
        .isInstanceOfSatisfying(
            RunChanged.class,
            event -> {
              assertThat(event.words()).isEqualTo("3 users start running Buy.");
              assertThat(event.from()).isEqualTo(FROM);
            });

    progress("a", 0, 1, false);
    assertThat(Orders.due(run, NOW))
        .singleElement()
        .isInstanceOfSatisfying(ChangeLoad.class, c -> assertThat(c.slave()).isEqualTo("b"));
    progress("b", 0, 1, false);
    assertThat(Orders.due(run, NOW)).isEmpty();
  }

  @Test
  void makesUpForAChangeThatWasLostWithTheNextOne() {
    running();

    want(LoadChange.USERS, Map.of("Buy", -2, "Browse", 1), Map.of());
    want(LoadChange.PAUSE, Map.of(), Map.of());
    want(LoadChange.RATES, Map.of(), Map.of("Browse", 5.0));

    assertThat(Orders.due(run, NOW))
        .first()
        .isInstanceOfSatisfying(
            ChangeLoad.class,
            change -> {
              assertThat(change.change()).isEqualTo(3);
              assertThat(change.paused()).isTrue();
              assertThat(change.steps().getFirst().users())
                  .isEqualTo(Map.of("Buy", 1, "Browse", 1));
              assertThat(
                      requireNonNull(change.steps().getFirst().arrivals().get("Browse"))
                          .perSecond())
                  .isEqualTo(2.5);
              assertThat(change.steps().getLast().arrivals()).isEmpty();
            });
  }

  @Test
  void changesNothingThatIsSoAlready() {
    running();
    want(LoadChange.RESUME, Map.of(), Map.of());
    assertThat(run.live().change()).isZero();

    want(LoadChange.PAUSE, Map.of(), Map.of());
    want(LoadChange.PAUSE, Map.of(), Map.of());
    assertThat(run.live().change()).isEqualTo(1);

    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    assertThat(run.live().reached()).isEqualTo(1);
    progress("a", 1, 2, false);
    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    assertThat(run.live().reached()).isEqualTo(2);
    assertThat(published)
        .last()
        .isInstanceOfSatisfying(
            RunChanged.class,
            e -> assertThat(e.words()).isEqualTo("Step 2, the last one, is ended early."));
  }

  @Test
  void saysAllThatIsWrongWithAChange() {
    running();

    assertThat(problems(Map.of("Buy", -5, "Sell", 1)))
        .containsExactly(
            "5 users are to stop running Buy, but only 4 run it now.",
            "The run's plan has no action Sell, so nothing is set up for it. It has Browse, Buy; let a plan name it, if only with 0 users.");
    assertThat(problems(Map.of("Buy", 8)))
        .containsExactly(
            "Slave a would need 6 user ids at the same time, but has 5. Let fewer users come, or start a run with more in users.txt.",
            "Slave b would need 6 user ids at the same time, but has 5. Let fewer users come, or start a run with more in users.txt.");
    assertThat(problems(Map.of("Buy", 6))).isEmpty();
    assertThat(problems(Map.of())).hasSize(1);
    var rates = new LoadChangeRequest(LoadChange.RATES, Map.of(), Map.of("Buy", 1.0), null, null);
    assertThat(ChangeCheck.of(run, rates)).isEmpty();
    want(LoadChange.USERS, Map.of("Buy", 6), Map.of());
    assertThat(ChangeCheck.of(run, rates))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Slave a would need 6 user ids at the same time, but has 5.");
  }

  @Test
  void knowsWhenItsLoadEndsAtTheLatest() {
    running();
    assertThat(run.latestEnd()).hasValue(START.plusSeconds(20));

    progress("a", 1, 0, false);
    assertThat(run.latestEnd()).hasValue(NOW.plusSeconds(10));

    want(LoadChange.PAUSE, Map.of(), Map.of());
    assertThat(run.latestEnd()).isEmpty();
  }

  private void want(LoadChange kind, Map<String, Integer> users, Map<String, Double> rates) {
    change(Changes.made(run, new LoadChangeRequest(kind, users, rates, null, null), FROM, NOW));
  }

  private List<String> problems(Map<String, Integer> users) {
    return ChangeCheck.of(
        run, new LoadChangeRequest(LoadChange.USERS, users, Map.of(), null, null));
  }
}
