package io.crowdbench.provisioner.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.messages.Topics;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({WithStack.class, OutputCaptureExtension.class})
class CheckSlaveIT {

  @TempDir Path directory;
  private EmbeddedSlave slave;
  private Api api;

  @BeforeEach
  void start(ProvisionerStack stack) throws IOException {
    slave = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "correct-horse");
    api = new Api(stack);
  }

  @AfterEach
  void stop() throws IOException {
    api.get("/api/slaves")
        .json()
        .forEach(each -> api.delete("/api/slaves/" + each.path("id").asString()));
    slave.close();
  }

  @Test
  void findsAFitSlaveFit() {
    var id = api.register("fit", slave.port(), Map.of());
    assertThat(api.stage(id)).isEqualTo("REGISTERED");
    assertThat(problemsAfterACheck(id)).isEmpty();
    assertThat(api.stage(id)).isEqualTo("CHECKED");
    assertThat(api.slave(id).path("facts").path("system").asString()).startsWith("Linux ");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    var id = api.register("wrong password", slave.port(), Map.of("password", "battery-staple"));
    assertThat(problemsAfterACheck(id))
        .containsExactly(
            "Could not log in to 127.0.0.1:%d as bench: the server refused the password. Check the password in the slave's settings, or that 127.0.0.1 allows password logins."
                .formatted(slave.port()));
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    slave.close();
    var id = api.register("unreachable", slave.port(), Map.of());
    assertThat(problemsAfterACheck(id))
        .containsExactly(
            "Could not connect to 127.0.0.1:%d: connection refused. Check the address and the port, that 127.0.0.1 is switched on, and that a firewall lets SSH through."
                .formatted(slave.port()));
  }

  @Test
  void saysThatTheNameIsNotKnown() {
    var id = api.register("unknown", 22, Map.of("host", "no-such-host.invalid"));
    assertThat(problemsAfterACheck(id))
        .singleElement()
        .asString()
        .startsWith("Could not connect to no-such-host.invalid:22: the name is not known.");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Files.createFile(slave.home().resolve("file"));
    var id = api.register("folder", slave.port(), Map.of("folder", "file/below"));
    assertThat(problemsAfterACheck(id))
        .singleElement()
        .asString()
        .startsWith(
            "Could not write in folder %s/file/below on 127.0.0.1:%d: mkdir: "
                .formatted(slave.home(), slave.port()))
        .endsWith("Give the login the right to write there, or give the slave another folder.");
  }

  @Test
  void doesNotLogInWhereTheHostKeyHasChanged() throws IOException {
    var id = api.register("changed key", slave.port(), Map.of());
    assertThat(problemsAfterACheck(id)).isEmpty();
    var before = api.slave(id).path("hostKey").asString();
    var port = slave.port();
    slave.close();
    Files.delete(directory.resolve("home.hostkey"));
    slave = EmbeddedSlave.start(directory.resolve("home"), port, "bench", "correct-horse");
    assertThat(problemsAfterACheck(id))
        .singleElement()
        .asString()
        .startsWith(
            "Did not log in to 127.0.0.1:%d: its host key was %s and is SHA256:"
                .formatted(port, before))
        .doesNotContain("is " + before + " now");
  }

  @Test
  void neverShowsAPassword(CapturedOutput output, ProvisionerStack stack) {
    var secret = "xyzzy-plugh";
    var id = api.register("secret", slave.port(), Map.of("password", secret));
    problemsAfterACheck(id);
    try (var wire = new Wire(stack)) {
      assertThat(wire.heard(Topics.SLAVE_EVENTS))
          .isNotEmpty()
          .noneMatch(text -> text.contains(secret));
    }
    assertThat(api.get("/api/slaves").text()).contains("secret").doesNotContain(secret);
    assertThat(output.getAll()).doesNotContain(secret);
  }

  private List<String> problemsAfterACheck(String id) {
    assertThat(api.post("/api/slaves/" + id + "/check").status()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !api.stage(id).equals("CHECKING"));
    return api.problems(id);
  }
}
