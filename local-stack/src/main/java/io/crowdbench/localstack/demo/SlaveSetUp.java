package io.crowdbench.localstack.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Registers slaves that are not known yet and brings all to where they carry load, in parallel.
final class SlaveSetUp {

  private final Api api;
  private final PrintWriter out;

  /// The stage each slave was last seen in.
  private final Map<String, String> seen = new HashMap<>();

  SlaveSetUp(Api api, PrintWriter out) {
    this.api = api;
    this.out = out;
  }

  void makeReady(List<SlaveAddress> slaves) throws InterruptedException {
    var ids = slaves.stream().map(this::register).toList();
    for (var id : ids) {
      if (!stage(api.get("/api/slaves/" + id)).equals("READY")) {
        api.post("/api/slaves/" + id + "/deploy");
      }
    }
    for (var id : ids) {
      Waiting.until(
          this::isReady,
          Duration.ofMinutes(2),
          "slave " + id + " to get ready",
          () -> {
            ids.forEach(each -> show(api.get("/api/slaves/" + each)));
            return api.get("/api/slaves/" + id);
          });
    }
  }

  private String register(SlaveAddress address) {
    for (var known : api.get("/api/slaves")) {
      if (known.path("name").asString().equals(address.name())) {
        if (isAt(known, address)) {
          return known.path("id").asString();
        }
        // The stack was moved to other ports since.
        api.delete("/api/slaves/" + known.path("id").asString());
      }
    }
    var answer =
        api.post(
            "/api/slaves",
            Map.of(
                "name", address.name(),
                "host", address.host(),
                "port", address.port(),
                "user", address.user(),
                "password", address.password()));
    out.println("Registered slave " + address);
    out.flush();
    return answer.path("id").asString();
  }

  private static boolean isAt(JsonNode known, SlaveAddress address) {
    return known.path("host").asString().equals(address.host())
        && known.path("port").asInt() == address.port();
  }

  private boolean isReady(JsonNode slave) {
    if (stage(slave).equals("UNUSABLE")) {
      throw new Unanswered(
          "Slave %s can't be used: %s"
              .formatted(slave.path("name").asString(), slave.path("problems")));
    }
    return stage(slave).equals("READY");
  }

  private void show(JsonNode slave) {
    var name = slave.path("name").asString();
    if (!stage(slave).equals(seen.put(name, stage(slave)))) {
      out.printf("  %s: %s%n", name, stage(slave).toLowerCase(Locale.ROOT));
      out.flush();
    }
  }

  private static String stage(JsonNode slave) {
    return slave.path("stage").asString();
  }
}
