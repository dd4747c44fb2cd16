package io.crowdbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.runs.testing.OtherSide;
import io.crowdbench.runs.testing.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    List.of("lab-1", "lab-2", "lab-3", "lab-4").forEach(others::readySlave);
    service.awaitPlanPossible(plan(List.of("lab-1", "lab-2", "lab-3", "lab-4"), Map.of("Buy", 1)));
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
            "The target \"ftp://nowhere\" is not a valid URL. It must look like https://shop.example.com.",
            "The slave lab-1 is named twice. Name it once.",
            "There is no slave lab-99. Register it first.",
            "Step 1 lasts 0 seconds. It must last at least 1.",
            "There is no action Sell in bundle shop. It has Browse, Buy.",
            "Step 2 takes out 4 users of Buy, but only 3 are running then.",
            "drainSeconds is -1. It must be from 0 to 3600.");
    assertThat(answer.problemsAt("#/slaves/2"))
        .containsExactly("There is no slave lab-99. Register it first.");
    assertThat(answer.problemsAt("#/steps/0/users/Sell"))
        .containsExactly("There is no action Sell in bundle shop. It has Browse, Buy.");
    assertThat(answer.problemsAt("#/steps/1/users/Buy"))
        .containsExactly("Step 2 takes out 4 users of Buy, but only 3 are running then.");
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
        .contains("4 users start running Buy");
  }

  @Test
  void carriesARunFromTheButtonToItsEnd() {
    var run = startRun(List.of("lab-1", "lab-2"));

    others.deliver("lab-1", run);
    others.deliver("lab-2", run);
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
      others.finish(slave, run);
    }

    others.await(
        RunStateChanged.class, e -> e.run().equals(run) && e.state() == RunState.COMPLETED);
    assertThat(service.get("/api/runs/" + run).text("state")).isEqualTo("COMPLETED");
  }

  @Test
  void changesTheLoadOfARunningRun() {
    var run = startRun(List.of("lab-4"));
    var users = "/api/runs/" + run + "/users";
    var more = Map.of("change", Map.of("Buy", 3), "reason", "to see more");
    assertThat(service.post(users, more).status()).isEqualTo(409);
    others.carry("lab-4", run);

    assertThat(service.post(users, Map.of("change", Map.of("Sell", 1, "Buy", -7))).problems())
        .containsExactly(
            "7 users are to stop running Buy, but only 2 run it now.",
            "The run's plan has no action Sell, so nothing is set up for it. It has Buy; let a plan name it, if only with 0 users.");
    assertThat(service.post(users, Map.of("change", Map.of("Buy", 19))).problems())
        .singleElement()
        .asString()
        .startsWith("Slave lab-4 would need 21 user ids at the same time, but has 20.");
    assertThat(service.post("/api/runs/none/pause", Map.of()).status()).isEqualTo(404);

    assertThat(service.post(users, more).status()).isEqualTo(200);
    var change = others.await(ChangeLoad.class, c -> c.run().equals(run));
    assertThat(change.steps().getFirst().users()).isEqualTo(Map.of("Buy", 5));
    var told = others.await(RunChanged.class, e -> e.run().equals(run));
    assertThat(told.words()).isEqualTo("3 users start running Buy.");
    assertThat(told.reason()).isEqualTo("to see more");

    service.post("/api/runs/" + run + "/pause");
    service.post("/api/runs/" + run + "/rates", Map.of("perSecond", Map.of("Buy", 1.5)));
    var latest = others.await(ChangeLoad.class, c -> c.run().equals(run) && c.change() == 3);
    assertThat(latest.paused()).isTrue();
    assertThat(latest.steps().getFirst().arrivals()).containsOnlyKeys("Buy");
    assertThat(service.get("/api/runs/" + run).body())
        .contains("\"paused\":true", "\"users\":{\"Buy\":3}", "\"perSecond\":{\"Buy\":1.5}");

    service.post("/api/runs/" + run + "/next-step");
    others.tell(new RunnerProgress(1, Instant.now(), "lab-4", OtherSide.EPOCH, run, 1, 4, true));
    others.await(RunStateChanged.class, e -> e.run().equals(run) && e.state() == RunState.DRAINING);
    assertThat(service.post("/api/runs/" + run + "/resume").status()).isEqualTo(409);
    others.finish("lab-4", run);
  }

  @Test
  void saysEverythingThatIsWrongWithArrivalsAndBounds() {
    var random = Map.of("everySeconds", 0, "users", Map.of("Buy", Map.of("from", 3, "to", 1)));
    var answer =
        service.post(
            "/api/plans",
            planOf(
                Map.of("maxUsers", 1, "maxSeconds", 0, "iterations", Map.of("Sell", 0)),
                Map.of("hold", true, "seconds", 5, "change", Map.of("*", 4)),
                Map.of("seconds", 5, "rampSeconds", 6, "atOnce", Map.of("Buy", 0)),
                Map.of("seconds", 5, "arrivals", Map.of("Buy", Map.of("perSecond", -1))),
                Map.of("seconds", 5, "random", random)));

    assertThat(answer.problems())
        .containsExactlyInAnyOrder(
            "Step 1 holds until somebody starts the next one, so it has no seconds. Leave out one of both.",
            "A step has users of *, but the plan has no weights. Say how they are divided among the actions.",
            "rampSeconds of step 2 is 6. It must be from 0 to the step's 5 seconds.",
            "Step 2 has 0 users of Buy. It must be from 1 to 10,000,000.",
            "The rate of Buy in step 3 is -1.0 users per second. It must be from 0 to 1,000,000.",
            "everySeconds of step 4 is 0. It must be at least 1.",
            "The random bounds of Buy in step 4 are not valid. They need a from of at least 0 and a to that is not below it.",
            "There is no action Sell in bundle shop. It has Browse, Buy.",
            "The number of iterations of Sell is 0. It must be at least 1.",
            "maxSeconds is 0. It must be from 1 to 2592000.",
            "maxUsers is 1. It must be at least 2, one for each slave.");
    assertThat(answer.problemsAt("#/steps/3/random/users/Buy"))
        .singleElement()
        .asString()
        .startsWith("The random bounds of Buy in step 4 are not valid.");
    assertThat(answer.problemsAt("#/steps/3/random/everySeconds")).hasSize(1);
  }

  @Test
  void putsArrivalsAndBoundsInWords() {
    var arrivals = Map.of("*", Map.of("perSecond", 12, "spacing", "POISSON"));
    var answer =
        service.post(
            "/api/plans",
            planOf(
                Map.of(
                    "weights",
                    Map.of("Browse", 3, "Buy", 1),
                    "maxSeconds",
                    600,
                    "visitors",
                    "RETURNING",
                    "maxUsers",
                    8),
                Map.of("seconds", 60, "rampSeconds", 30, "arrivals", arrivals),
                Map.of("hold", true)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("words").lines().toList())
        .containsExactly(
            "test: a crowd with the actions of bundle shop loads http://127.0.0.1:1 from lab-1 and lab-2 for at most 10 min.",
            "Step 1, from 0 s for 60 s: ramping over 30 s: users arrive at Browse at 9/s (Poisson), users arrive at Buy at 3/s (Poisson); then no closed-model users are left.",
            "Step 2, from 60 s until somebody starts the next step: no more users arrive at Browse, no more users arrive at Buy; then no closed-model users are left.",
            "Each arrival is the user that has been away longest, or a new one while no user is away; all stay to the end of the run. At most 8 may be there at the same time; arrivals over the limit are dropped and counted.",
            "At the end all users finish their current iteration, within 10 s. Seed of all random choices: 1.",
            "The plan needs 8 of the 20 user ids. If a slave is lost, the run ends.");
  }

  @SafeVarargs
  private static Map<String, Object> planOf(Map<String, ?> bounds, Map<String, ?>... steps) {
    var plan = new HashMap<String, Object>(plan(List.of("lab-1", "lab-2"), Map.of()));
    plan.put("steps", List.of(steps));
    plan.putAll(bounds);
    return plan;
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

  /// What reserves the slave has read the run before the stop, and writes after it.
  @Test
  void aQueuedRunThatIsStoppedInTheInstantItGetsItsSlaveHoldsNothing() throws SQLException {
    try (var other = service.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("insert into reservation (slave, run) values ('lab-3', 'not-committed')");
      var start = CompletableFuture.supplyAsync(() -> startRun(List.of("lab-3")));
      awaitWaiting(statement);
      var run = service.get("/api/runs?limit=1").texts("id").getFirst();
      assertThat(service.post("/api/runs/" + run + "/stop").status()).isEqualTo(200);
      other.rollback();

      assertThat(start.join()).isEqualTo(run);
      assertThat(service.get("/api/runs/" + run).text("state")).isEqualTo("CANCELLED");
    }
    var next = startRun(List.of("lab-3"));
    assertThat(service.get("/api/runs/" + next).text("state")).isEqualTo("PREPARING");
    service.post("/api/runs/" + next + "/stop");
  }

  /// Until a statement of the service waits for another transaction.
  private static void awaitWaiting(Statement statement) {
    var waiting =
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'";
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          // What a transaction has once seen of this view it sees to its end.
          statement.execute("select pg_stat_clear_snapshot()");
          try (var rows = statement.executeQuery(waiting)) {
            rows.next();
            return rows.getInt(1) > 0;
          }
        });
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

  private static Map<String, Object> plan(List<String> slaves, Map<String, Integer> change) {
    return Map.of(
        "name", "test",
        "bundle", "hash-1",
        "target", "http://127.0.0.1:1",
        "slaves", slaves,
        "steps", List.of(Map.of("seconds", 1, "change", change)));
  }
}
