package io.crowdbench.ui.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Failed;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.monitor.Point.Percentiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of results-service over HTTP, and what is made of its answers.
class HttpResultsTest {

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private HttpResults results;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          var type = status == 200 ? "application/json" : "application/problem+json";
          exchange.getResponseHeaders().add("Content-Type", type);
          var bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    results = new HttpResults(new ServiceAddresses(address, address, address));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void stepsBecomePointsAsLongAsTheyAre() {
    body =
        """
        {"run": "r1", "at": "2026-11-27T10:00:00Z", "slaves": ["*"], "from": 0, "to": 25,
         "resolution": 10, "seconds": [0, 20], "users": {"Browse": [7, 8], "Buy": [2]},
         "series": [
           {"kind": "OPERATION", "action": "*", "name": "*", "passed": [100, 50], "failed": [1, 0],
            "latency": {"mean": [5, 6], "max": [9, 9],
              "percentiles": {"50": [4, null], "90": [8, null], "99": [9, null]}}},
           {"kind": "TRANSACTION", "action": "*", "name": "*", "incomplete": [0, 3]}]}
        """;

    var points = got(results.points("r1", "*", 0));

    assertThat(points).extracting(Point::second).containsExactly(0, 20);
    assertThat(points).extracting(Point::length).containsExactly(10, 5);
    assertThat(points).extracting(Point::users).containsExactly(9, 8);
    assertThat(points)
        .extracting(Point::operations)
        .containsExactly(new OutcomeCounts(100, 1, 0), new OutcomeCounts(50, 0, 0));
    assertThat(points)
        .extracting(Point::transactions)
        .containsExactly(OutcomeCounts.NONE, new OutcomeCounts(0, 0, 3));
    assertThat(points).extracting(Point::latency).containsExactly(new Percentiles(4, 8, 9), null);
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("/api/results/r1/series?slaves=%2A&from=0&percentiles=50,90,99")
        .contains("series=OPERATION/*/*")
        .contains("series=TRANSACTION/*/*");
  }

  @Test
  void aSlavesNameCannotChangeTheQuestion() {
    body = "[]";

    assertThat(got(results.errors("r1", "a&b=c"))).isEmpty();

    assertThat(asked).containsExactly("/api/results/r1/errors?slave=a%26b%3Dc");
  }

  @Test
  void aRefusalIsShownInItsOwnWords() {
    status = 404;
    body = "{\"status\": 404, \"problems\": [\"There is no run r9.\"]}";

    assertThat(results.completeness("r9"))
        .isEqualTo(new Failed<>(404, List.of("There is no run r9.")));
  }

  @Test
  void anAnswerThatIsNoneIsNamed() {
    body = "<html>";

    assertThat(results.summary("r1", "*"))
        .isInstanceOfSatisfying(
            Failed.class,
            missing ->
                assertThat(missing.sentence())
                    .contains("Could not get", "results-service", "could not be read"));
  }

  private static <T> T got(Result<T> answer) {
    assertThat(answer).isInstanceOf(Ok.class);
    return ((Ok<T>) answer).value();
  }
}
