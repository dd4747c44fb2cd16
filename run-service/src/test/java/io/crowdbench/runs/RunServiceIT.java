package io.crowdbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.runs.testing.OtherSide;
import io.crowdbench.runs.testing.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service as a whole over real PostgreSQL and Kafka; the test plays provisioner and agents.
class RunServiceIT {

  @TempDir private static Path folder;

  private static RunningService service;
  private static OtherSide others;

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.start(folder);
    others = new OtherSide(service.brokers());
    others.uploadBundle("hash-1", List.of("Browse", "Buy"), 20);
    List.of("lab-1", "lab-2", "lab-3").forEach(others::readySlave);
    service.awaitPlanPossible(plan(List.of("lab-1", "lab-2", "lab-3"), Map.of("Buy", 1)));
  }

  @AfterAll
  static void stop() throws IOException {
    others.close();
    service.close();
  }

  @Test
  void saysEverythingThatIsWrongWithAPlanAtOnce() {
    var answer =
        service.post(
            "/api/plans",
            Map.of(
                "name",
                " ",
                "bundle",
                "hash-1",
                "target",
                "ftp://nowhere",
                "slaves",
                List.of("lab-1", "lab-1", "lab-99"),
                "steps",
                List.of(
                    Map.of("seconds", 0, "change", Map.of("Buy", 3, "Sell", 1)),
                    Map.of("seconds", 5, "change", Map.of("Buy", -4))),
                "drainSeconds",
                -1));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems())
        .containsExactlyInAnyOrder(
            "The plan has no name. Give it one that tells it from others.",
            "The target \"ftp://nowhere\" is no address of a site. It must look like https://shop.example.com.",
            "The slave lab-1 is named twice. Name it once.",
            "There is no slave lab-99. Register it first.",
            "Step 1 lasts 0 seconds. It must last at least 1.",
            "There is no action Sell in bundle shop. It has Browse, Buy.",
            "Step 2 takes out 4 users of Buy, but only 3 are at work then.",
            "drainSeconds is -1. It must be from 0 to 3600.");
  }

  @Test
  void saysHowManyUserIdsAreMissing() {
    var answer = service.post("/api/plans", plan(List.of("lab-1"), Map.of("Buy", 15, "Browse", 6)));

    assertThat(answer.problems())
        .containsExactly(
            "The plan needs 21 user ids at the same time, but users.txt of bundle shop has 20. Add ids or take fewer users.");
  }

  @Test
  void saysThatAnEmptyPlanIsEmpty() {
    assertThat(service.post("/api/plans", Map.of()).problems())
        .hasSize(5)
        .contains("The plan names no slave. It needs at least one.");
  }

  @Test
  void putsAPlanInWords() {
    var answer = service.post("/api/plans", plan(List.of("lab-1", "lab-2"), Map.of("Buy", 4)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("words"))
        .contains("loads http://127.0.0.1:1 from lab-1 and lab-2 for 1 s")
        .contains("4 users begin to Buy");
  }

  @Test
  void carriesARunFromTheButtonToItsEnd() {
    var run = startRun(List.of("lab-1", "lab-2"));

    playProvisioner("lab-1", run);
    playProvisioner("lab-2", run);
    for (var slave : List.of("lab-1", "lab-2")) {
      var prepare =
          others.await(PrepareRun.class, p -> p.run().equals(run) && p.slave().equals(slave));
      assertThat(prepare.share().userIds()).isEqualTo(10);
      others.tell(new RunnerReady(1, Instant.now(), slave, OtherSide.EPOCH, run));
    }
    var first = others.await(StartRun.class, s -> s.run().equals(run) && s.slave().equals("lab-1"));
    var second =
        others.await(StartRun.class, s -> s.run().equals(run) && s.slave().equals("lab-2"));
    assertThat(first.startAt()).isEqualTo(second.startAt()).isAfter(Instant.now().minusSeconds(5));
    for (var slave : List.of("lab-1", "lab-2")) {
      others.tell(finished(slave, run));
    }

    others.await(
        RunStateChanged.class, e -> e.run().equals(run) && e.state() == RunState.COMPLETED);
    assertThat(service.get("/api/runs/" + run).text("state")).isEqualTo("COMPLETED");
  }

  @Test
  void makesARunWaitForSlavesThatAnotherHoldsAndLetsItGoOnWhenTheyAreFree() {
    var first = startRun(List.of("lab-3"));
    var second = startRun(List.of("lab-3"));

    assertThat(service.get("/api/runs/" + second).text("state")).isEqualTo("QUEUED");
    assertThat(service.get("/api/runs/" + second).text("reason"))
        .isEqualTo("Waits for slaves that another run holds: lab-3.");
    service.post("/api/runs/" + first + "/stop", Map.of());

    others.await(
        RunStateChanged.class, e -> e.run().equals(first) && e.state() == RunState.CANCELLED);
    others.await(DeliverBundle.class, d -> d.run().equals(second));
    service.post("/api/runs/" + second + "/stop", Map.of());
  }

  @Test
  void answersUnknownRunsAndPlans() {
    assertThat(service.get("/api/runs/none").problems()).containsExactly("There is no run none.");
    assertThat(service.post("/api/plans/none/runs", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void describesItself() {
    assertThat(service.get("/api/openapi/runs").body()).contains("/api/plans/{id}/runs");
    assertThat(service.get("/actuator/health").body()).contains("UP");
  }

  private static String startRun(List<String> slaves) {
    var plan = service.post("/api/plans", plan(slaves, Map.of("Buy", 2 * slaves.size())));
    return service.post("/api/plans/" + plan.text("id") + "/runs", Map.of()).text("id");
  }

  private static void playProvisioner(String slave, String run) {
    others.await(DeliverBundle.class, d -> d.run().equals(run) && d.slave().equals(slave));
    others.tell(
        new BundleDelivered(
            Message.SCHEMA, Instant.now(), OtherSide.state(slave), run, "hash-1", "/bundle.jar"));
  }

  private static RunnerFinished finished(String slave, String run) {
    return new RunnerFinished(1, Instant.now(), slave, OtherSide.EPOCH, run, FinalCounters.NONE);
  }

  private static Map<String, Object> plan(List<String> slaves, Map<String, Integer> change) {
    return Map.of(
        "name", "test",
        "bundle", "hash-1",
        "target", "http://127.0.0.1:1",
        "slaves", slaves,
        "steps", List.of(Map.of("seconds", 1, "change", change)));
  }
}
