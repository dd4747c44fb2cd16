package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithStack.class)
class RestartIT {

  @TempDir Path directory;

  @Test
  void findsRunningAgentsAgainAndLeavesNoSlaveHalfway(ProvisionerStack stack) throws IOException {
    var api = new Api(stack);
    try (var wire = new Wire(stack);
        var heart = Executors.newSingleThreadScheduledExecutor();
        var first = EmbeddedSlave.start(directory.resolve("first"), 0, "bench", "correct-horse");
        var second = EmbeddedSlave.start(directory.resolve("second"), 0, "bench", "correct-horse");
        var third = EmbeddedSlave.start(directory.resolve("third"), 0, "bench", "correct-horse")) {
      var beating = api.register("beating", first.port(), Map.of());
      var silent = api.register("silent", second.port(), Map.of());
      var halfway = api.register("halfway", third.port(), Map.of());
      deploy(api, wire, beating);
      var _ = heart.scheduleAtFixedRate(() -> beat(wire, beating), 0, 1, TimeUnit.SECONDS);
      deploy(api, wire, silent);
      api.post("/api/slaves/" + halfway + "/deploy");
      await(api, halfway, "STARTING");

      stack.restartService();

      assertThat(api.stage(beating)).isEqualTo("READY");
      await(api, silent, "LOST");
      await(api, halfway, "UNUSABLE");
      assertThat(api.problems(halfway))
          .containsExactly(
              "Crowdbench was stopped while 127.0.0.1:%d was starting. Deploy it again."
                  .formatted(third.port()));
      assertThat(api.stage(beating)).isEqualTo("READY");
      for (var id : new String[] {beating, silent, halfway}) {
        assertThat(api.delete("/api/slaves/" + id).status()).isEqualTo(204);
      }
    }
  }

  @Test
  void doesNotTakeItsOwnEndForTheHostsFailure(ProvisionerStack stack) throws IOException {
    var api = new Api(stack);
    // Takes the connection, and then says nothing: the check waits for it when the service ends.
    try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var id = api.register("mute", mute.getLocalPort(), Map.of());
      api.post("/api/slaves/" + id + "/check");
      try (var _ = mute.accept()) {
        stack.restartService();
        await(api, id, "UNUSABLE");
        assertThat(api.problems(id))
            .containsExactly(
                "Crowdbench was stopped while 127.0.0.1:%d was checking. Deploy it again."
                    .formatted(mute.getLocalPort()));
      }
      assertThat(api.delete("/api/slaves/" + id).status()).isEqualTo(204);
    }
  }

  @Test
  void aSlaveWhoseAgentWasNotYetStartedIsNotLeftHalfway(ProvisionerStack stack) throws IOException {
    var api = new Api(stack);
    try (var host = EmbeddedSlave.start(directory.resolve("host"), 0, "bench", "correct-horse")) {
      var id = api.register("installed", host.port(), Map.of());
      stack.restartServiceWith(id, SlaveStage.INSTALLED);
      await(api, id, "UNUSABLE");
      assertThat(api.problems(id))
          .containsExactly(
              "Crowdbench was stopped while 127.0.0.1:%d was installed. Deploy it again."
                  .formatted(host.port()));
      assertThat(api.delete("/api/slaves/" + id).status()).isEqualTo(204);
    }
  }

  @Test
  void doesNotTakeItsOwnDeafnessForAnAgentsSilence(ProvisionerStack stack) throws IOException {
    var api = new Api(stack);
    try (var wire = new Wire(stack);
        var heart = Executors.newSingleThreadScheduledExecutor();
        var host = EmbeddedSlave.start(directory.resolve("host"), 0, "bench", "correct-horse")) {
      var id = api.register("heard again", host.port(), Map.of());
      deploy(api, wire, id);
      var _ = heart.scheduleAtFixedRate(() -> beat(wire, id), 0, 1, TimeUnit.SECONDS);
      stack.withoutBroker(() -> staysReady(api, id, Duration.ofSeconds(8)));
      staysReady(api, id, Duration.ofSeconds(12));
      assertThat(api.delete("/api/slaves/" + id).status()).isEqualTo(204);
    }
  }

  private static void staysReady(Api api, String id, Duration time) {
    Awaitility.await()
        .during(time)
        .atMost(time.plusSeconds(5))
        .until(() -> api.stage(id).equals("READY"));
  }

  private static void deploy(Api api, Wire wire, String id) {
    api.post("/api/slaves/" + id + "/deploy");
    await(api, id, "STARTING");
    wire.say(Topics.AGENT_EVENTS, new AgentHello(Message.SCHEMA, Instant.now(), id, 1, "test", 1));
    await(api, id, "READY");
  }

  private static void beat(Wire wire, String id) {
    wire.say(
        Topics.AGENT_EVENTS,
        new AgentHeartbeat(Message.SCHEMA, Instant.now(), id, 1, 0, 1, 0.1, 1000, null));
  }

  private static void await(Api api, String id, String stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> api.stage(id).equals(stage));
  }
}
