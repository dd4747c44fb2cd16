package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.localstack.demo.Api;
import io.crowdbench.localstack.demo.DemoPlan;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A person changes the load of a run that is on, over two real slaves.
@ExtendWith(SharedStack.class)
class LiveLoadE2E {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Test
  void takesUpWhatAPersonChangesAndKeepsTheRecord(LocalStack stack) throws Exception {
    var api = new Api(stack.settings().url());
    var out = new PrintWriter(Writer.nullWriter());
    var run = "/api/runs/" + DemoPlan.make(SharedStack.demo(stack.settings(), 600), out).start();
    await().atMost(TIMEOUT).until(() -> active(api, run) == 32);

    api.post(run + "/users", Map.of("change", Map.of("Browse", 6), "reason", "a test"));
    await().atMost(TIMEOUT).until(() -> taken(api, run, 1));
    await().atMost(TIMEOUT).until(() -> active(api, run) == 38);

    api.post(run + "/rates", Map.of("perSecond", Map.of("Buy", 2.5)));
    await().atMost(TIMEOUT).until(() -> hasIntendedLatency(api, run, "Buy"));
    assertThat(hasIntendedLatency(api, run, "Browse")).isFalse();

    api.post(run + "/pause");
    await().atMost(TIMEOUT).until(() -> taken(api, run, 3));
    api.post(run + "/resume");
    for (int step = 1; step <= 2; step++) {
      int next = step;
      api.post(run + "/next-step");
      await().atMost(TIMEOUT).until(() -> api.get(run).at("/load/step").asInt() == next);
    }
    api.post(run + "/next-step");
    await().atMost(TIMEOUT).until(() -> api.get(run).path("state").asString().equals("COMPLETED"));

    assertThat(api.get(run + "/events").valueStream())
        .filteredOn(event -> event.path("type").asString().equals("run-changed"))
        .extracting(event -> event.path("words").asString())
        .containsExactly(
            "6 users start running Browse.",
            "users arrive at Buy at 2.5/s, until the end of step 1.",
            "The load is paused: users finish their current iteration and wait, and no users arrive.",
            "The load is resumed.",
            "Step 1 is ended early; step 2 begins.",
            "Step 2 is ended early; step 3 begins.",
            "Step 3, the last one, is ended early.");
    var completeness = run.replace("/api/runs/", "/api/results/") + "/completeness";
    await().atMost(TIMEOUT).until(() -> api.get(completeness).path("ended").asBoolean());
    assertThat(api.get(completeness).path("problems")).isEmpty();
  }

  /// Users at work on all slaves, in the latest second that was merged.
  private static int active(Api api, String run) {
    var seconds = api.get(run.replace("/api/runs/", "/api/results/") + "/seconds");
    return seconds.isEmpty()
        ? 0
        : seconds
            .get(seconds.size() - 1)
            .path("users")
            .valueStream()
            .mapToInt(users -> users.path("active").asInt())
            .sum();
  }

  /// Only users who arrive have one: nothing else was scheduled.
  private static boolean hasIntendedLatency(Api api, String run, String action) {
    var summary = api.get(run.replace("/api/runs/", "/api/results/") + "/summary");
    return summary
        .path("lines")
        .valueStream()
        .filter(line -> line.path("action").asString().equals(action))
        .anyMatch(line -> line.path("intendedLatency").isObject());
  }

  private static boolean taken(Api api, String run, int change) {
    return api.get(run)
        .path("slaves")
        .valueStream()
        .map(slave -> slave.path("change"))
        .mapToInt(JsonNode::asInt)
        .allMatch(taken -> taken >= change);
  }
}
