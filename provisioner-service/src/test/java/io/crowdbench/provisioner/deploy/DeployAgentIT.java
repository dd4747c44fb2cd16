package io.crowdbench.provisioner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Uploads;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithStack.class)
class DeployAgentIT {

  @TempDir Path directory;
  private EmbeddedSlave first;
  private EmbeddedSlave second;
  private Api api;
  private Wire wire;

  @BeforeEach
  void start(ProvisionerStack stack) throws IOException {
    first = EmbeddedSlave.start(directory.resolve("first"), 0, "bench", "correct-horse");
    second = EmbeddedSlave.start(directory.resolve("second"), 0, "bench", "correct-horse");
    api = new Api(stack);
    wire = new Wire(stack);
  }

  @AfterEach
  void stop() throws IOException {
    api.get("/api/slaves")
        .json()
        .forEach(slave -> api.delete("/api/slaves/" + slave.path("id").asString()));
    wire.close();
    first.close();
    second.close();
  }

  @Test
  void deploysTwoAtOnceAndTheSecondTimeCopiesNothing() throws Exception {
    var one = api.register("one", first.port(), Map.of());
    var two = api.register("two", second.port(), Map.of());
    deploy(one, two);
    var pid = pid(first);
    assertThat(ProcessHandle.of(pid)).isPresent();
    assertThat(api.slave(one).path("epoch").asLong()).isEqualTo(1);
    assertThat(api.slave(one).path("hostKey").asString()).startsWith("SHA256:");
    assertThat(api.slave(one).path("facts").path("processors").asInt()).isPositive();
    var properties = first.home().resolve(".crowdbench/agent.properties");
    assertThat(Files.getPosixFilePermissions(properties)).hasSize(2);
    assertThat(Files.readString(properties))
        .contains("epoch=1", "slave=" + one, "runner.heap=auto");
    var copied = Files.getLastModifiedTime(runtime(first));

    deploy(one);
    assertThat(api.slave(one).path("epoch").asLong()).isEqualTo(2);
    assertThat(Files.getLastModifiedTime(runtime(first))).isEqualTo(copied);
    assertThat(pid(first)).isNotEqualTo(pid);
    assertThat(alive(pid)).isFalse();

    assertThat(api.post("/api/slaves/" + one + "/stop").status()).isEqualTo(202);
    await(one, "STOPPED");
    assertThat(first.home().resolve(".crowdbench/agent.pid")).doesNotExist();
  }

  @Test
  void deletesWhatEarlierVersionsLeft() throws Exception {
    var folder = first.home().resolve(".crowdbench");
    var runtime = Files.createDirectories(folder.resolve("runtime-0123/bin"));
    var agent = Files.createFile(folder.resolve("agent-0123.jar"));
    var cutOff = Files.createFile(folder.resolve("runtime-4567.tar.gz.part"));
    var log = Files.createFile(folder.resolve("agent-notes.txt"));

    deploy(api.register("updated", first.port(), Map.of()));

    assertThat(runtime.getParent()).doesNotExist();
    assertThat(agent).doesNotExist();
    assertThat(cutOff).doesNotExist();
    assertThat(log).exists();
    assertThat(runtime(first)).exists();
  }

  /// Its libraries are large and seldom change.
  @Test
  void bringsTheAgentAloneWhereItAloneIsNew() throws Exception {
    var id = api.register("upgraded", first.port(), Map.of());
    deploy(id);
    var libraries = file(first, "libraries-*.jar");
    var agent = file(first, "agent-*.jar");
    var before = Files.getLastModifiedTime(libraries);
    var runtime = Files.getLastModifiedTime(runtime(first));
    Files.move(agent, agent.resolveSibling("agent-0123.jar"));

    deploy(id);

    assertThat(file(first, "agent-*.jar")).isEqualTo(agent);
    assertThat(Files.getLastModifiedTime(libraries)).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(runtime(first))).isEqualTo(runtime);
  }

  private static Path file(EmbeddedSlave slave, String name) throws IOException {
    try (var files = Files.newDirectoryStream(slave.home().resolve(".crowdbench"), name)) {
      return files.iterator().next();
    }
  }

  @Test
  void anAgentThatFallsSilentIsLostUntilItIsHeardAgain() throws Exception {
    var id = api.register("silent", first.port(), Map.of());
    deploy(id);
    await(id, "LOST");
    assertThat(api.problems(id))
        .singleElement()
        .asString()
        .startsWith(
            "The agent on 127.0.0.1:%d has said nothing for 5 seconds.".formatted(first.port()));
    heartbeat(id, 0);
    heartbeat(id, 1);
    await(id, "READY");
    assertThat(api.problems(id)).isEmpty();
  }

  @Test
  void anAgentThatEndedByItselfIsStartedAgain() throws Exception {
    var id = api.register("killed", first.port(), Map.of());
    deploy(id);
    var before = pid(first);
    ProcessHandle.of(before).orElseThrow().destroyForcibly();
    await(id, "LOST");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api.slave(id).path("epoch").asLong() == 2);
    heartbeat(id, 2);
    await(id, "READY");

    assertThat(pid(first)).isNotEqualTo(before);
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(api.problems(id))
                .singleElement()
                .asString()
                .contains("had ended by itself and was started again (1 of at most 3"));
  }

  @Test
  void anAgentThatEndsAtOnceIsShownWithItsLastWords() throws Exception {
    var id = api.register("refusing", first.port(), Map.of());
    Files.createFile(
        Files.createDirectories(first.home().resolve(".crowdbench")).resolve("refuse"));
    api.post("/api/slaves/" + id + "/deploy");
    await(id, "UNUSABLE");
    assertThat(api.problems(id))
        .containsExactly(
            "The agent on 127.0.0.1:%d ended right after its start. The last lines of its agent.log: The agent refuses to run."
                .formatted(first.port()));
  }

  @Test
  void bringsABundleOnceAndTidiesUpAfterTheRun() throws Exception {
    var id = api.register("bundled", first.port(), Map.of());
    deploy(id);
    var bundle =
        api.upload(
                "shop",
                Map.of("Browse.java", Uploads.action("Browse"), "users.txt", "anna\nbert\n"))
            .json()
            .path("hash")
            .asString();
    var delivered = deliver(id, bundle, "run-1");
    var path = Path.of(delivered.path());
    var folder = first.home().resolve(".crowdbench");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (var ours :
        List.of(path, folder.resolve("agent.log"), folder.resolve("agent.properties"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
          .as(ours.toString())
          .isEqualTo("rw-------");
    }
    assertThat(path)
        .isEqualTo(first.home().resolve(".crowdbench/bundles/" + bundle + ".jar"))
        .exists();
    var brought = Files.getLastModifiedTime(path);
    assertThat(deliver(id, bundle, "run-2").path()).isEqualTo(path.toString());
    assertThat(Files.getLastModifiedTime(path)).isEqualTo(brought);

    var run = Files.createDirectories(first.home().resolve(".crowdbench/runs/run-1/left"));
    wire.say(Topics.SLAVE_COMMANDS, new CleanUpRun(Message.SCHEMA, Instant.now(), id, "run-1"));
    Awaitility.await().until(() -> !Files.exists(run.getParent()));
  }

  private BundleDelivered deliver(String id, String bundle, String run) {
    wire.say(
        Topics.SLAVE_COMMANDS, new DeliverBundle(Message.SCHEMA, Instant.now(), id, run, bundle));
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                wire.heard(Topics.SLAVE_EVENTS, SlaveEvent.class).stream()
                    .filter(BundleDelivered.class::isInstance)
                    .map(BundleDelivered.class::cast)
                    .filter(each -> each.run().equals(run) && each.slave().id().equals(id))
                    .toList(),
            each -> !each.isEmpty())
        .getFirst();
  }

  /// Asks for all at once, then plays each agent's hello.
  private void deploy(String... ids) {
    for (var id : ids) {
      assertThat(api.post("/api/slaves/" + id + "/deploy").status()).isEqualTo(202);
    }
    for (var id : ids) {
      await(id, "STARTING");
      var epoch = api.slave(id).path("epoch").asLong();
      wire.say(
          Topics.AGENT_EVENTS, new AgentHello(Message.SCHEMA, Instant.now(), id, epoch, "test", 1));
    }
    List.of(ids).forEach(id -> await(id, "READY"));
  }

  private void heartbeat(String id, long epoch) {
    wire.say(
        Topics.AGENT_EVENTS,
        new AgentHeartbeat(Message.SCHEMA, Instant.now(), id, epoch, 0, 1, 0.1, 1000, null));
  }

  private void await(String id, String stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> assertThat(api.stage(id)).as(api.problems(id).toString()).isEqualTo(stage));
  }

  private static long pid(EmbeddedSlave slave) throws IOException {
    return Long.parseLong(Files.readString(slave.home().resolve(".crowdbench/agent.pid")).strip());
  }

  /// A dead process may stay in the table until somebody asks for its exit code.
  private static boolean alive(long pid) throws IOException {
    var line = Path.of("/proc/" + pid + "/cmdline");
    return Files.exists(line) && !Files.readString(line).isEmpty();
  }

  private static Path runtime(EmbeddedSlave slave) throws IOException {
    try (var all = Files.list(slave.home().resolve(".crowdbench"))) {
      return all.filter(path -> path.getFileName().toString().startsWith("runtime-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
