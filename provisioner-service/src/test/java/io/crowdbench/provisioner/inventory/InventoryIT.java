package io.crowdbench.provisioner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.WithStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithStack.class)
class InventoryIT {

  @Test
  void whatIsExportedIsReadAgain(ProvisionerStack stack) {
    var api = new Api(stack);
    var jump = Map.of("host", "gate", "port", 2200, "user", "guard", "password", "let-me-in");
    api.register(
        "one",
        2222,
        Map.of(
            "host",
            "fe80::1",
            "labels",
            List.of("fast"),
            "folder",
            "/srv/bench",
            "hostKey",
            "SHA256:" + "A".repeat(43),
            "jump",
            jump));
    api.register("yes", 22, Map.of("host", "10.0.0.2"));

    var exported = api.get("/api/slaves/export");

    assertThat(exported.status()).isEqualTo(200);
    assertThat(exported.text()).doesNotContain("correct-horse", "let-me-in");
    var read = api.postText("/api/slaves/read", exported.text()).json();
    assertThat(read.path("format").asString()).isEqualTo("YAML");
    assertThat(read.path("problems")).isEmpty();
    var one = read.path("slaves").path(0);
    assertThat(one.path("host").asString()).isEqualTo("fe80::1");
    assertThat(one.path("port").asInt()).isEqualTo(2222);
    assertThat(one.path("folder").asString()).isEqualTo("/srv/bench");
    assertThat(one.path("hostKey").asString()).isEqualTo("SHA256:" + "A".repeat(43));
    assertThat(one.path("labels").toString()).isEqualTo("[\"fast\"]");
    assertThat(one.path("jump").path("host").asString()).isEqualTo("gate");
    assertThat(one.path("jump").path("port").asInt()).isEqualTo(2200);
    assertThat(read.path("slaves").path(1).path("name").asString()).isEqualTo("yes");
  }
}
