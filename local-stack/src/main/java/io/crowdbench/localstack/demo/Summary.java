package io.crowdbench.localstack.demo;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The whole run in one table, and its errors.
final class Summary {

  /// Times within operations, which are no lines of their own here.
  private static final Set<String> PARTS = Set.of("CONNECT", "TLS", "FIRST_BYTE");

  private final Api api;
  private final PrintWriter out;

  Summary(Api api, PrintWriter out) {
    this.api = api;
    this.out = out;
  }

  void print(String run) {
    out.printf(
        "%n%-12s %-10s %-26s %7s %7s %7s %9s %9s %9s %9s %12s%n",
        "",
        "action",
        "name",
        "passed",
        "failed",
        "incompl.",
        "p50",
        "p90",
        "p99",
        "max",
        "1st byte p95");
    var lines = api.get("/api/results/" + run + "/summary").path("lines");
    var firstBytes = new HashMap<String, JsonNode>();
    for (var line : lines) {
      if (line.path("kind").asString().equals("FIRST_BYTE")) {
        firstBytes.put(name(line), line.path("latency"));
      }
    }
    for (var line : lines) {
      var kind = line.path("kind").asString();
      if (PARTS.contains(kind)) {
        continue;
      }
      var firstByte = kind.equals("OPERATION") ? firstBytes.get(name(line)) : null;
      var counts = line.path("counts");
      var latency = line.path("latency");
      out.printf(
          "%-12s %-10s %-26s %7d %7d %8d %9s %9s %9s %9s %12s%n",
          kind.toLowerCase(Locale.ROOT),
          all(line.path("action").asString()),
          all(line.path("name").asString()),
          counts.path("passed").asLong(),
          counts.path("failed").asLong(),
          counts.path("incomplete").asLong(),
          millis(latency.path("p50")),
          millis(latency.path("p90")),
          millis(latency.path("p99")),
          millis(latency.path("max")),
          firstByte == null ? "-" : millis(firstByte.path("p95")));
    }
    errors(run);
    out.flush();
  }

  private void errors(String run) {
    var groups = api.get("/api/results/" + run + "/errors");
    out.println(groups.isEmpty() ? "\nNo errors." : "\nErrors:");
    for (var group : groups) {
      out.printf(
          "  %d × %s / %s: %s%n",
          group.path("count").asLong(),
          group.path("action").asString(),
          group.path("operation").asString(),
          group.path("message").asString());
    }
    out.println();
  }

  private static String name(JsonNode line) {
    return line.path("action").asString() + " " + line.path("name").asString();
  }

  private static String all(String name) {
    return name.equals("*") ? "(all)" : name;
  }

  private static String millis(JsonNode micros) {
    return micros.isNumber() ? "%.1f ms".formatted(micros.asLong() / 1_000.0) : "-";
  }
}
