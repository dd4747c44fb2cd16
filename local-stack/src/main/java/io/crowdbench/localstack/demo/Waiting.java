package io.crowdbench.localstack.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Waits for what services tell each other over Kafka to have arrived.
final class Waiting {

  private static final Set<String> ENDED = Set.of("COMPLETED", "ABORTED", "CANCELLED", "FAILED");
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final Api api;

  Waiting(Api api) {
    this.api = api;
  }

  /// Asks until the answer is the wanted one.
  ///
  /// @throws Unanswered after the given time, with the last answer
  static JsonNode until(
      Predicate<JsonNode> wanted, Duration patience, String what, Supplier<JsonNode> question)
      throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var answer = question.get();
      if (wanted.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new Unanswered(
            "Waited %d seconds for %s in vain. The last answer was %s"
                .formatted(patience.toSeconds(), what, answer));
      }
      Thread.sleep(INTERVAL);
    }
  }

  /// The run once it has ended and its results are settled.
  JsonNode forEnd(String run) throws InterruptedException {
    var ended =
        until(
            answer -> ENDED.contains(answer.path("state").asString()),
            Duration.ofMinutes(3),
            "the run to end",
            () -> api.get("/api/runs/" + run));
    until(
        answer -> answer.path("ended").asBoolean(false),
        Duration.ofSeconds(30),
        "the results to be settled",
        () -> api.get("/api/results/" + run + "/proof"));
    return ended;
  }

  /// A plan with slaves and a bundle that run-service may only hear of in a moment.
  JsonNode forKnownBundle(Map<String, ?> plan) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (true) {
      try {
        return api.post("/api/plans", plan);
      } catch (Unanswered e) {
        if (!String.valueOf(e.getMessage()).contains("There is no")
            || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(INTERVAL);
      }
    }
  }
}
