package io.crowdbench.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrorsTest {

  private final Errors errors = new Errors();

  @Test
  void groupsWhatDiffersOnlyInIds() {
    for (int i = 0; i < 10_000; i++) {
      errors.add("Buy", "GET /products/{id}", "no product " + i + " for " + UUID.randomUUID(), "");
    }

    assertThat(errors.take().errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.count()).isEqualTo(10_000);
          assertThat(error.fingerprint()).isEqualTo("no product # for #");
          assertThat(error.message()).startsWith("no product 0 for ");
        });
  }

  @Test
  void keepsStatusCodesApart() {
    errors.add("Buy", "GET /", "expected status 200 but got 503 Service Unavailable", "");
    errors.add("Buy", "GET /", "expected status 200 but got 404 Not Found", "");

    assertThat(errors.take().errors()).hasSize(2);
  }

  @Test
  void countsWhatIsTooManyKindsTogether() {
    for (int i = 0; i < Errors.MAX_GROUPS + 7; i++) {
      errors.add("Buy", "operation", "x".repeat(i + 1), "");
    }

    var taken = errors.take();

    assertThat(taken.ungrouped()).isEqualTo(7);
    assertThat(taken.errors()).hasSize(Errors.MAX_GROUPS + 1);
    assertThat(taken.errors().stream().mapToLong(e -> e.count()).sum())
        .isEqualTo(Errors.MAX_GROUPS + 7);
  }

  @Test
  void beginsAnewAfterEachTaking() {
    errors.add("Buy", "GET /", "broken", "");
    errors.take();

    assertThat(errors.take().errors()).isEmpty();
  }
}
