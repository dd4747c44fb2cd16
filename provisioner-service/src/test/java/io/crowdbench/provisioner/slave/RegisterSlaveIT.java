package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithStack.class)
class RegisterSlaveIT {

  private Api api;

  @BeforeEach
  void start(ProvisionerStack stack) {
    api = new Api(stack);
  }

  @Test
  void listsEveryProblemAtOnce() {
    var answer = api.post("/api/slaves", Map.of("name", " ", "port", 70_000));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems())
        .containsExactly(
            "The slave has no name. Give it one that people will know it by.",
            "The slave has no host. Give the address it is reached at over SSH.",
            "The port is 70000. A port is between 1 and 65535; SSH's own is 22.",
            "The slave has no user. Give the name to log in as.",
            "There is neither a password nor a private key. Give one of them.");
    assertThat(answer.pointers())
        .containsExactly("#/name", "#/host", "#/port", "#/user", "#/password");
  }

  @Test
  void refusesANameThatIsTaken() {
    var id = api.register("taken", 22, Map.of());
    var body = Map.of("name", "taken", "host", "other", "user", "bench", "password", "x");
    assertThat(api.post("/api/slaves", body).problems())
        .containsExactly("There already is a slave named taken. Give this one another name.");
    assertThat(api.delete("/api/slaves/" + id).status()).isEqualTo(204);
    assertThat(api.get("/api/slaves/" + id).status()).isEqualTo(404);
    assertThat(api.get("/api/slaves/" + id).problems())
        .containsExactly("There is no slave " + id + ".");
  }

  @Test
  void listsSlavesByNamePartByPart() {
    var ids =
        Stream.of("p-2", "p-3", "p-1")
            .map(name -> api.register(name, name.charAt(2), Map.of()))
            .toList();

    var first = api.get("/api/slaves?name=P-&limit=2");
    assertThat(first.names()).containsExactly("p-1", "p-2");
    assertThat(first.header("X-Total-Count")).isEqualTo("3");
    assertThat(first.header("Link"))
        .isEqualTo("</api/slaves?name=P-&limit=2&after=p-2>; rel=\"next\"");
    var last = api.get("/api/slaves?name=P-&limit=2&after=p-2");
    assertThat(last.names()).containsExactly("p-3");
    assertThat(last.header("Link")).isEmpty();
    assertThat(api.get("/api/slaves?limit=1001").problems())
        .containsExactly("The limit is \"1001\". It must be a number from 1 to 1,000.");
    ids.forEach(id -> api.delete("/api/slaves/" + id));
  }

  @Test
  void keepsItsSecretKeyToItself(ProvisionerStack stack) throws IOException {
    assertThat(Files.getPosixFilePermissions(stack.data().resolve("secret.key"))).hasSize(2);
  }

  @Test
  void describesItself() {
    var answer = api.get("/api/openapi/provisioner");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("paths").propertyNames())
        .contains("/api/slaves", "/api/slaves/{id}/deploy", "/api/bundles");
    assertThat(api.get("/actuator/health").status()).isEqualTo(200);
  }
}
