package io.crowdbench.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.measure.DebugLog.Line;
import io.crowdbench.agent.user.UserData;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DebugLogTest {

  private final DebugLog log = new DebugLog();

  @Test
  void hidesWhatIsSecret() {
    var anna = new UserData("anna", Map.of("id", "anna", "passwort", "hunter2!", "city", "Ulm"));
    log.add("Buy", "anna", "anna of Ulm has hunter2!, got T0KEN-1, token=abc", anna);

    assertThat(log.take(Set.of("T0KEN-1")))
        .containsExactly(
            new Line(
                "Buy", "anna", "anna of Ulm has (redacted), got (redacted), token=(redacted)"));
  }
}
