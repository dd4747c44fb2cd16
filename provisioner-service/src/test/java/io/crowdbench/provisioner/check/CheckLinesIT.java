package io.crowdbench.provisioner.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.embedded.HostHabits;
import io.crowdbench.messages.Topics;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith({WithStack.class, OutputCaptureExtension.class})
class CheckLinesIT {

  /// A login shell that minds line ends and quotes, as csh and fish do in their ways.
  private static final String FUSSY_SHELL =
      """
      #!/bin/sh
      case "$2" in
        *\\'*|*'
      '*) echo "Unmatched quote."; exit 1 ;;
      esac
      exec /bin/sh -c "$2"
      """;

  private static final String NO_SHELL =
      """
      #!/bin/sh
      echo "This account is currently not available."
      exit 1
      """;

  @TempDir Path directory;
  private Api api;
  private ProvisionerStack stack;

  @BeforeEach
  void start(ProvisionerStack given) {
    stack = given;
    api = new Api(given);
  }

  @AfterEach
  void stop() {
    api.get("/api/slaves")
        .json()
        .forEach(each -> api.delete("/api/slaves/" + each.path("id").asString()));
  }

  @Test
  void aFitSlaveHasALineForEachThing() throws IOException {
    try (var host = host(HostHabits.USUAL)) {
      var id = api.register("fit", host.port(), Map.of());
      assertThat(problemsAfterACheck(id)).isEmpty();

      var view = api.slave(id);
      assertThat(view.path("checks").valueStream().map(line -> line.path("what").asString()))
          .containsExactly(
              "reachable",
              "host key",
              "login",
              "shell",
              "file transfer",
              "system and processor",
              "C library",
              "tar and gzip",
              "folder",
              "executable",
              "disk space",
              "memory and cores",
              "open files",
              "local ports",
              "clock",
              "way to Kafka",
              "agent",
              "systemd and cron",
              "load by others");
      assertThat(outcomes(view)).doesNotContainValue("FAILED").doesNotContainValue("SKIPPED");
      assertThat(line(view, "host key").path("found").asString())
          .isEqualTo(view.path("hostKey").asString());
      assertThat(line(view, "login").path("found").asString()).isEqualTo("bench, by password");
      assertThat(line(view, "way to Kafka").path("found").asString()).isEqualTo("direct");
      assertThat(view.path("checkedAt").asString()).isNotEmpty();
    }
  }

  @Test
  void saysAllThatIsWrongAtOnceAlsoThatNothingIsForwarded() throws IOException {
    try (var host = host(HostHabits.USUAL.withoutForwarding());
        var gate = gate()) {
      Files.createFile(host.home().resolve("file"));
      var id =
          api.register("closed", host.port(), Map.of("folder", "file/below", "jump", jump(gate)));
      var problems = problemsAfterACheck(id);
      assertThat(problems).hasSize(2);
      assertThat(problems.getFirst()).startsWith("Could not write in folder ");
      assertThat(problems.getLast())
          .startsWith("127.0.0.1:%d does not reach Kafka".formatted(host.port()))
          .contains("AllowTcpForwarding");
      var view = api.slave(id);
      assertThat(outcomes(view))
          .containsEntry("folder", "FAILED")
          .containsEntry("executable", "SKIPPED")
          .containsEntry("disk space", "SKIPPED")
          .containsEntry("way to Kafka", "FAILED");
      assertThat(line(view, "way to Kafka").path("remedy").asString())
          .startsWith("Allow remote forwarding there");
    }
  }

  @Test
  void findsTheWayThroughTheSession() throws IOException {
    try (var host = host(HostHabits.USUAL);
        var gate = gate()) {
      var id = api.register("open", host.port(), Map.of("jump", jump(gate)));
      assertThat(problemsAfterACheck(id)).isEmpty();
      assertThat(line(api.slave(id), "way to Kafka").path("found").asString())
          .isEqualTo("through the SSH session");
    }
  }

  @Test
  void whatALoginIsNeededForIsSkippedWithoutOne() throws IOException {
    try (var host = host(HostHabits.USUAL)) {
      var id = api.register("wrong", host.port(), Map.of("password", "battery-staple"));
      assertThat(problemsAfterACheck(id)).hasSize(1);
      var outcomes = outcomes(api.slave(id));
      assertThat(outcomes)
          .containsEntry("reachable", "OK")
          .containsEntry("host key", "OK")
          .containsEntry("login", "FAILED")
          .containsEntry("shell", "SKIPPED");
      assertThat(outcomes.values()).filteredOn("SKIPPED"::equals).hasSize(16);
    }
  }

  @Test
  void worksWithAFussyShellAndAChattyProfile() throws IOException {
    var shell = executable("fussy", FUSSY_SHELL);
    try (var host = host(HostHabits.USUAL.withShell(shell).greetingWith("kernel=BeOS"))) {
      // The greeting of this host has quotes in it, which its own shell would mind.
      assertThat(problemsOf(host)).singleElement().asString().contains("Unmatched quote.");
    }
    try (var host = host(HostHabits.USUAL.withShell(shell))) {
      assertThat(problemsOf(host)).isEmpty();
    }
    try (var host = host(HostHabits.USUAL.withShell("/bin/bash").greetingWith("kernel=BeOS"))) {
      assertThat(problemsOf(host)).isEmpty();
    }
  }

  @Test
  void saysWhatAShellSaysThatRunsNothing() throws IOException {
    try (var host = host(HostHabits.USUAL.withShell(executable("nologin", NO_SHELL)))) {
      assertThat(problemsOf(host))
          .containsExactly(
              "Could not run commands on 127.0.0.1:%d: its login shell said “This account is currently not available.”. Give the login a shell that runs commands, or use another login."
                  .formatted(host.port()));
    }
  }

  @Test
  void tellsThatTheFolderIsAnotherSlaves() throws IOException {
    try (var host = host(HostHabits.USUAL)) {
      var first = api.register("first", host.port(), Map.of());
      var folder = Files.createDirectories(host.home().resolve(".crowdbench"));
      Files.writeString(folder.resolve("agent.properties"), "slave=" + first + "\nepoch=1\n");
      var second = api.register("second", host.port(), Map.of("host", "localhost"));
      assertThat(problemsAfterACheck(second))
          .singleElement()
          .asString()
          .startsWith(
              "Folder %s on localhost:%d is that of slave first (127.0.0.1:%d), which is the same machine."
                  .formatted(folder, host.port(), host.port()));
      Files.writeString(folder.resolve("agent.properties"), "slave=unknown\nepoch=1\n");
      assertThat(problemsAfterACheck(second)).isEmpty();
    }
  }

  @Test
  void neverShowsAPassword(CapturedOutput output) throws IOException {
    try (var host = host(HostHabits.USUAL)) {
      var id = api.register("secret", host.port(), Map.of("password", "xyzzy-plugh"));
      problemsAfterACheck(id);
      assertThat(api.get("/api/slaves/" + id).text())
          .contains("login")
          .doesNotContain("xyzzy-plugh");
      try (var wire = new Wire(stack)) {
        assertThat(wire.heard(Topics.SLAVE_EVENTS)).noneMatch(text -> text.contains("xyzzy-plugh"));
      }
      assertThat(output.getAll()).doesNotContain("xyzzy-plugh");
    }
  }

  /// Behind it a loopback address is not ours, so Kafka's can't be reached directly.
  private EmbeddedSlave gate() throws IOException {
    return EmbeddedSlave.start(directory.resolve("gate"), 0, "guard", "let-me-in");
  }

  private static Map<String, ?> jump(EmbeddedSlave gate) {
    return Map.of(
        "host", "127.0.0.1", "port", gate.port(), "user", "guard", "password", "let-me-in");
  }

  private List<String> problemsOf(EmbeddedSlave host) {
    var id = api.register("shell-" + host.port(), host.port(), Map.of());
    return problemsAfterACheck(id);
  }

  private EmbeddedSlave host(HostHabits habits) throws IOException {
    return EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "correct-horse", habits);
  }

  private String executable(String name, String text) throws IOException {
    var file = Files.writeString(directory.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static JsonNode line(JsonNode slave, String what) {
    return slave
        .path("checks")
        .valueStream()
        .filter(line -> line.path("what").asString().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> outcomes(JsonNode slave) {
    return slave
        .path("checks")
        .valueStream()
        .collect(
            Collectors.toMap(
                line -> line.path("what").asString(), line -> line.path("outcome").asString()));
  }

  private List<String> problemsAfterACheck(String id) {
    assertThat(api.post("/api/slaves/" + id + "/check").status()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> !api.stage(id).equals("CHECKING"));
    return api.problems(id);
  }
}
