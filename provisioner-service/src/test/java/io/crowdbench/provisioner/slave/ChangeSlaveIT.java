package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.embedded.HostHabits;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.TestKeys;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({WithStack.class, OutputCaptureExtension.class})
class ChangeSlaveIT {

  private static final String OTHER_KEY = "SHA256:" + "A".repeat(43);

  @TempDir Path directory;
  private EmbeddedSlave host;
  private ProvisionerStack stack;
  private Api api;

  @BeforeEach
  void start(ProvisionerStack given) throws IOException {
    host = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "correct-horse");
    stack = given;
    api = new Api(given);
  }

  @AfterEach
  void stop() throws IOException {
    api.get("/api/slaves")
        .json()
        .forEach(each -> api.delete("/api/slaves/" + each.path("id").asString()));
    host.close();
  }

  @Test
  void aNewPasswordIsUsedAtTheNextConnection() {
    var id = api.register("wrong", host.port(), Map.of("password", "battery-staple"));
    assertThat(problemsAfterACheck(id)).hasSize(1);

    var changed =
        api.patch(
            "/api/slaves/" + id,
            Map.of("password", "correct-horse", "name", "right", "labels", List.of("b", "a")));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().path("name").asString()).isEqualTo("right");
    assertThat(changed.json().path("labels").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(problemsAfterACheck(id)).isEmpty();
  }

  @Test
  void aKeyWithAPassphraseReplacesAPassword(CapturedOutput output) throws Exception {
    var pair = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    Files.writeString(
        Files.createDirectories(host.home().resolve(".ssh")).resolve("authorized_keys"),
        PublicKeyEntry.toString(pair.getPublic()) + "\n");
    var key = TestKeys.openSsh(pair, "open sesame");
    var id = api.register("keyed", host.port(), Map.of("password", "battery-staple"));
    assertThat(api.patch("/api/slaves/" + id, Map.of("privateKey", key)).problems())
        .containsExactly(
            "The private key is encrypted with a passphrase. Give the passphrase, too.");

    var changed =
        api.patch("/api/slaves/" + id, Map.of("privateKey", key, "passphrase", "open sesame"));

    assertThat(changed.json().path("login").asString()).isEqualTo("PRIVATE_KEY");
    assertThat(problemsAfterACheck(id)).isEmpty();
    assertKeptSecret(output, "open sesame", key.lines().toList().get(2));
  }

  @Test
  void anotherAddressIsTakenUnlessItIsAnotherSlaves() {
    var id = api.register("moved", 1, Map.of());
    api.register("there", 2, Map.of());
    assertThat(api.patch("/api/slaves/" + id, Map.of("port", 2, "name", "there")).problems())
        .containsExactly(
            "There already is a slave named there. Give this one another name.",
            "There already is a slave at 127.0.0.1:2 as bench in folder .crowdbench. Give another folder: two agents in one would stop each other.");

    assertThat(api.patch("/api/slaves/" + id, Map.of("port", host.port())).status()).isEqualTo(200);

    assertThat(problemsAfterACheck(id)).isEmpty();
  }

  @Test
  void aSlaveWhoseAgentRunsMayBeRenamedAndNotMoved() {
    var id = api.register("running", host.port(), Map.of());
    stack.setStages(SlaveStage.READY);
    try (var wire = new Wire(stack)) {
      wire.say(
          Topics.AGENT_EVENTS, new AgentHello(Message.SCHEMA, Instant.now(), id, 0, "test", 1));
    }

    var refused = api.patch("/api/slaves/" + id, Map.of("folder", "elsewhere"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problems())
        .containsExactly(
            "Did not change where running is: its agent runs at 127.0.0.1:%d, in folder .crowdbench, and would be left behind there. Stop it first, then change host, port, user or folder."
                .formatted(host.port()));
    assertThat(api.patch("/api/slaves/" + id, Map.of("name", "renamed")).status()).isEqualTo(200);
  }

  @Test
  void aKnownHostKeyIsWantedFromTheBeginning() {
    var id = api.register("known", host.port(), Map.of("hostKey", OTHER_KEY));

    assertThat(problemsAfterACheck(id))
        .singleElement()
        .asString()
        .startsWith(
            "Did not log in to 127.0.0.1:%d: its host key was %s and is SHA256:"
                .formatted(host.port(), OTHER_KEY))
        .contains("set up anew", "stands in between");
    assertThat(api.stage(id)).isEqualTo("UNUSABLE");
  }

  @Test
  void onlyTheKeyThatWasShownLastIsAccepted() {
    var id = api.register("changed", host.port(), Map.of("hostKey", OTHER_KEY));
    var path = "/api/slaves/" + id + "/accept-key";
    assertThat(api.post(path, Map.of("hostKey", "SHA256:" + "B".repeat(43))).problems())
        .singleElement()
        .asString()
        .contains("has shown no key but the one that is known");
    problemsAfterACheck(id);
    var shown = api.slave(id).path("newHostKey").asString();
    assertThat(api.post(path, Map.of("hostKey", "SHA256:" + "B".repeat(43))).problems())
        .singleElement()
        .asString()
        .contains("the one it showed last is " + shown);

    var accepted = api.post(path, Map.of("hostKey", shown));

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.json().path("hostKey").asString()).isEqualTo(shown);
    assertThat(accepted.json().path("newHostKey").isNull()).isTrue();
    assertThat(accepted.json().path("stage").asString()).isEqualTo("REGISTERED");
    assertThat(api.post(path, Map.of("hostKey", shown)).status()).isEqualTo(200);
    assertThat(problemsAfterACheck(id)).isEmpty();
  }

  @Test
  void goesThroughAJumpHostWhoseKeyIsKeptToo(CapturedOutput output) throws IOException {
    try (var gate = EmbeddedSlave.start(directory.resolve("gate"), 0, "guard", "let-me-in")) {
      var jump =
          Map.of("host", "127.0.0.1", "port", gate.port(), "user", "guard", "password", "wrong");
      var id = api.register("behind", host.port(), Map.of("jump", jump));
      assertThat(problemsAfterACheck(id))
          .singleElement()
          .asString()
          .startsWith(
              "Could not log in to 127.0.0.1:%d as guard: the server refused the password."
                  .formatted(gate.port()))
          .endsWith(" It is the jump host on the way to 127.0.0.1:%d.".formatted(host.port()));
      var right =
          Map.of(
              "host", "127.0.0.1", "port", gate.port(), "user", "guard", "password", "let-me-in");

      assertThat(api.patch("/api/slaves/" + id, Map.of("jump", right)).status()).isEqualTo(200);

      assertThat(problemsAfterACheck(id)).isEmpty();
      assertThat(api.slave(id).path("jump").asString()).isEqualTo("guard@127.0.0.1:" + gate.port());
      assertKeptSecret(output, "let-me-in");

      int port = gate.port();
      gate.close();
      Files.delete(directory.resolve("gate.hostkey"));
      try (var other = EmbeddedSlave.start(directory.resolve("gate"), port, "guard", "let-me-in")) {
        assertThat(problemsAfterACheck(id))
            .singleElement()
            .asString()
            .startsWith(
                "Did not log in to 127.0.0.1:%d: its host key was ".formatted(other.port()));
        var shown = api.slave(id).path("newHostKey").asString();
        api.post("/api/slaves/" + id + "/accept-key", Map.of("hostKey", shown));
        assertThat(problemsAfterACheck(id)).isEmpty();
      }

      api.patch("/api/slaves/" + id, Map.of("noJump", true));
      assertThat(problemsAfterACheck(id)).isEmpty();
      assertThat(api.slave(id).path("jump").isNull()).isTrue();
    }
  }

  @Test
  void saysWhenTheJumpHostDoesNotForward() throws IOException {
    try (var gate =
        EmbeddedSlave.start(
            directory.resolve("gate"),
            0,
            "guard",
            "let-me-in",
            HostHabits.USUAL.withoutForwarding())) {
      var jump =
          Map.of(
              "host", "127.0.0.1", "port", gate.port(), "user", "guard", "password", "let-me-in");
      var id = api.register("behind", host.port(), Map.of("jump", jump));
      assertThat(problemsAfterACheck(id))
          .singleElement()
          .asString()
          .startsWith(
              "Could not connect to 127.0.0.1:%d through jump host 127.0.0.1:%d: the jump host did not connect to it."
                  .formatted(host.port(), gate.port()));
    }
  }

  private void assertKeptSecret(CapturedOutput output, String... secrets) {
    try (var wire = new Wire(stack)) {
      assertThat(wire.heard(Topics.SLAVE_EVENTS))
          .isNotEmpty()
          .noneMatch(text -> List.of(secrets).stream().anyMatch(text::contains));
    }
    assertThat(api.get("/api/slaves").text()).doesNotContain(secrets);
    assertThat(api.get("/api/slaves/export").text()).doesNotContain(secrets);
    assertThat(stack.kept())
        .isNotEmpty()
        .noneMatch(row -> List.of(secrets).stream().anyMatch(row::contains));
    assertThat(output.getAll()).doesNotContain(secrets);
  }

  private List<String> problemsAfterACheck(String id) {
    assertThat(api.post("/api/slaves/" + id + "/check").status()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !api.stage(id).equals("CHECKING"));
    return api.problems(id);
  }
}
