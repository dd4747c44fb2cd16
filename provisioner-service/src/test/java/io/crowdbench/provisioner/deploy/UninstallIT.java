package io.crowdbench.provisioner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithStack.class)
class UninstallIT {

  @TempDir Path directory;
  private EmbeddedSlave host;
  private Api api;
  private Wire wire;

  @BeforeEach
  void start(ProvisionerStack stack) throws IOException {
    host = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "correct-horse");
    api = new Api(stack);
    wire = new Wire(stack);
  }

  @AfterEach
  void stop() throws IOException {
    api.get("/api/slaves")
        .json()
        .forEach(slave -> api.delete("/api/slaves/" + slave.path("id").asString()));
    wire.close();
    host.close();
  }

  @Test
  void leavesNothingOfOursAndNothingRunning() throws Exception {
    var id = api.register("gone", host.port(), Map.of());
    deploy(id);
    var folder = host.home().resolve(".crowdbench");
    var pid = Long.parseLong(Files.readString(folder.resolve("agent.pid")).strip());
    Files.createFile(Files.createDirectories(folder.resolve("runs/run-1")).resolve("runner.log"));
    Files.createFile(Files.createDirectories(folder.resolve("bundles")).resolve("0123abcd.jar"));
    var runner = runner(folder);
    deleteNotesOfTheStandIn(folder);

    assertThat(api.post("/api/slaves/" + id + "/uninstall").status()).isEqualTo(202);

    await(id, "REGISTERED");
    assertThat(api.problems(id)).isEmpty();
    assertThat(folder).doesNotExist();
    assertThat(alive(pid)).isFalse();
    Awaitility.await().until(() -> !runner.isAlive());
  }

  @Test
  void leavesWhatIsOthersAndSaysSo() throws Exception {
    var folder = Files.createDirectories(host.home().resolve("shared"));
    var notes = Files.createFile(folder.resolve("agent-notes.txt"));
    var bundle = Files.createFile(Files.createDirectories(folder.resolve("bundles")).resolve("x"));
    var run = Files.createDirectories(folder.resolve("runs/marathon"));
    var id = api.register("shared", host.port(), Map.of("folder", "shared"));
    deploy(id);
    deleteNotesOfTheStandIn(folder);

    api.post("/api/slaves/" + id + "/uninstall");

    await(id, "REGISTERED");
    assertThat(api.problems(id))
        .containsExactly(
            "Crowdbench is uninstalled from 127.0.0.1:%d. What is not ours is still in folder %s: agent-notes.txt, bundles, runs."
                .formatted(host.port(), folder));
    assertThat(notes).exists();
    assertThat(bundle).exists();
    assertThat(run).exists();
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void aSlaveWhereNothingIsIsWell() {
    var id = api.register("bare", host.port(), Map.of());
    api.post("/api/slaves/" + id + "/uninstall");
    await(id, "REGISTERED");
    assertThat(api.problems(id)).isEmpty();
  }

  @Test
  void showsTheEndsOfLogs() throws Exception {
    var id = api.register("logged", host.port(), Map.of());
    var folder = Files.createDirectories(host.home().resolve(".crowdbench/runs/run-1"));
    Files.writeString(folder.resolve("../../agent.log"), "one\ntwo\nthr€e\n");
    Files.writeString(folder.resolve("runner.log"), "of the runner\n");

    var log = api.get("/api/slaves/" + id + "/log?lines=2");
    assertThat(log.status()).isEqualTo(200);
    assertThat(log.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(log.text()).isEqualTo("two\nthr€e\n");
    assertThat(api.get("/api/slaves/" + id + "/log?run=run-1").text()).isEqualTo("of the runner\n");
  }

  @Test
  void showsNoOtherFile() {
    var id = api.register("curious", host.port(), Map.of());
    var path = "/api/slaves/" + id + "/log";
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path + "?run=run-2").problems())
        .singleElement()
        .asString()
        .startsWith("There is no log of run run-2 on curious (");
    var refused = api.get(path + "?run=..%2F..&lines=5001");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problems())
        .containsExactly(
            "“../..” is no run's id. `crowdbench runs` lists all.",
            "The number of lines is “5001”. It must be from 1 to 5,000.");
  }

  /// It writes them when it starts; the real agent does not.
  private static void deleteNotesOfTheStandIn(Path folder) throws IOException {
    var notes = folder.resolve("starts.txt");
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(notes));
    Files.delete(notes);
  }

  /// Something that runs from our folder without being the agent.
  private static Process runner(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      var runtime =
          all.filter(path -> path.getFileName().toString().startsWith("runtime-"))
              .findFirst()
              .orElseThrow();
      var source =
          Files.writeString(
              folder.resolveSibling("Wait.java"),
              "class Wait { public static void main(String[] a) throws Exception { System.in.read(); } }");
      var compiler = ToolProvider.getSystemJavaCompiler();
      assertThat(compiler.run(null, null, null, source.toString())).isZero();
      return new ProcessBuilder(
              runtime.resolve("bin/java").toString(),
              "-cp",
              folder.resolve("..").toString(),
              "Wait")
          .start();
    }
  }

  private void deploy(String id) {
    assertThat(api.post("/api/slaves/" + id + "/deploy").status()).isEqualTo(202);
    await(id, "STARTING");
    var epoch = api.slave(id).path("epoch").asLong();
    wire.say(
        Topics.AGENT_EVENTS, new AgentHello(Message.SCHEMA, Instant.now(), id, epoch, "test", 1));
    await(id, "READY");
  }

  private void await(String id, String stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> assertThat(api.stage(id)).as(api.problems(id).toString()).isEqualTo(stage));
  }

  private static boolean alive(long pid) throws IOException {
    var line = Path.of("/proc/" + pid + "/cmdline");
    return Files.exists(line) && !Files.readString(line).isEmpty();
  }
}
