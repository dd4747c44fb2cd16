package io.crowdbench.localstack.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Compares what three parties counted that do not know each other's numbers: results-service from
/// the samples, the runners at their end, and the site itself.
final class Proof {

  private final Api api;

  Proof(Api api) {
    this.api = api;
  }

  /// @param stored operations in the results, all slaves together
  /// @param bySlave operations in the results of each slave alone
  /// @param counted operations by the runners' final counters
  /// @param served requests by the site's own counter
  record Numbers(long stored, Map<String, Long> bySlave, long counted, long served) {

    boolean holds() {
      var sum = bySlave.values().stream().mapToLong(Long::longValue).sum();
      return stored > 0 && stored == sum && stored == counted && stored == served;
    }

    String words() {
      return """
      Operations in the results     %,9d  = %s
      Counted by the runners        %,9d
      Counted by the site           %,9d
      %s\
      """
          .formatted(
              stored,
              String.join(
                  " + ",
                  bySlave.entrySet().stream()
                      .map(e -> "%,d of %s".formatted(e.getValue(), e.getKey()))
                      .toList()),
              counted,
              served,
              holds()
                  ? "The three are the same, and the slaves' sums are all: nothing was lost or counted twice."
                  : "These numbers should be the same and are not.");
    }
  }

  Numbers of(JsonNode run, long served) {
    var id = run.path("id").asString();
    var bySlave = new LinkedHashMap<String, Long>();
    long counted = 0;
    for (var slave : run.path("slaves")) {
      bySlave.put(slave.path("name").asString(), stored(id, slave.path("id").asString()));
      counted += started(slave.path("counters").path("operations"));
    }
    return new Numbers(stored(id, "*"), bySlave, counted, served);
  }

  private long stored(String run, String slave) {
    for (var line : api.get("/api/results/" + run + "/summary?slave=" + slave).path("lines")) {
      if (line.path("kind").asString().equals("OPERATION")
          && line.path("name").asString().equals("*")) {
        return started(line.path("counts"));
      }
    }
    return 0;
  }

  private static long started(JsonNode counts) {
    return counts.path("passed").asLong()
        + counts.path("failed").asLong()
        + counts.path("incomplete").asLong();
  }
}
