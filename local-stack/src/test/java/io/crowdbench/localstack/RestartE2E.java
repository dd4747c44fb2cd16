package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.localstack.cli.LocalCrowdbench;
import io.crowdbench.localstack.demo.Api;
import io.crowdbench.localstack.demo.DemoPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stack in a process of its own that is killed without a word, and started again.
class RestartE2E {

  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  @TempDir private Path data;

  private StackSettings settings;
  private Process stack;

  @BeforeEach
  void start() throws IOException {
    settings = FreePorts.settings(data);
    stack = up();
  }

  @AfterEach
  void stop() throws Exception {
    stack.destroy();
    stack.waitFor(60, TimeUnit.SECONDS);
    LeftBehind.endAll(data);
  }

  @Test
  void comesBackWithItsDataAndFindsTheAgentsThatStillRun() throws Exception {
    var out = new PrintWriter(Writer.nullWriter());
    var plan = DemoPlan.make(SharedStack.demo(settings, 1), out);
    var run = plan.start();
    var api = new Api(settings.url());
    await().atMost(TIMEOUT).until(() -> state(api, run).equals("COMPLETED"));
    var agent = Files.readString(agentPid());
    // A run is completed by its runners' word; its last seconds may still be on their way.
    var completeness = "/api/results/" + run + "/completeness";
    await().atMost(TIMEOUT).until(() -> api.get(completeness).path("ended").asBoolean());
    var before = api.get("/api/results/" + run + "/summary").path("lines");

    stack.destroyForcibly().waitFor();
    stack = up();

    assertThat(state(api, run)).isEqualTo("COMPLETED");
    assertThat(api.get("/api/results/" + run + "/summary").path("lines")).isEqualTo(before);
    assertThat(api.get(completeness).path("problems")).isEmpty();
    assertThat(Files.readString(agentPid())).isEqualTo(agent);
    await().atMost(TIMEOUT).until(() -> stages(api).equals(List.of("READY", "READY")));
    var next = plan.start();
    await().atMost(TIMEOUT).until(() -> state(api, next).equals("COMPLETED"));
  }

  private Path agentPid() {
    return EmbeddedSlaves.home(data, 1).resolve(".crowdbench").resolve("agent.pid");
  }

  private static String state(Api api, String run) {
    return api.get("/api/runs/" + run).path("state").asString();
  }

  private static List<String> stages(Api api) {
    return api.get("/api/slaves")
        .valueStream()
        .map(slave -> slave.path("stage").asString())
        .toList();
  }

  private Process up() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var output = data.resolve("up.out");
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LocalCrowdbench.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(settings.port()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await()
        .atMost(TIMEOUT)
        .until(() -> {
          var said = Files.readString(output);
          assertThat(process.isAlive()).as(said).isTrue();
          return said.contains("Crowdbench is up");
        });
    return process;
  }
}
