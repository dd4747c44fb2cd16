package io.crowdbench.agent.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.capture.Captures;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureExampleTest {

  @Test
  void hidesASecretWhereverItShows() {
    var fields = new Fields();
    fields.set("Content-Type", "application/json");
    fields.set("Authorization", "Bearer T0KEN-abc");
    var sent = "{\"user\":\"anna\",\"password\":\"hunter2!\",\"city\":\"Ulm\"}".getBytes(UTF_8);
    var request = new RequestHead("POST", Address.of("http://shop/in?next=/a"), fields, sent);
    var body = "anna (hunter2!, c0lumn-value) with T0KEN-abc is unknown in Ulm".getBytes(UTF_8);
    var headers = new Headers();
    headers.add("X-Echo", "hunter2!");
    var answer = new HttpAnswer(400, "Bad", headers, body, body.length, 1, 1, -1, -1, 0, 1, 2);
    var captures = new Captures();

    var captured =
        new FailureExample("Buy", "POST /in", "anna", "x", "expected hunter2!", request, answer, 5)
            .captured(() -> List.of("c0lumn-value"), captures);

    assertThat(captured.toString())
        .doesNotContain("hunter2!", "c0lumn-value", "T0KEN-abc")
        .contains("anna", "Ulm", "/in?next=/a");
    assertThat(requireNonNull(captured.answer()).body())
        .isEqualTo("anna ((redacted), (redacted)) with (redacted) is unknown in Ulm");
    assertThat(captures.secrets()).contains("hunter2!", "T0KEN-abc");
  }
}
