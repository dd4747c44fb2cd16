package io.crowdbench.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crowdbench.messages.run.LoadChange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against a real HTTP server that answers what each test says.
class ApiClientTest {

  private static final String LINE =
      """
      {"id": "%s", "planId": "7", "name": "shop", "state": "COMPLETED", "reason": "Done.",
       "createdAt": "2026-01-01T12:00:00Z", "slaveCount": 1000,
       "firstSlaves": ["lab-1", "lab-2", "lab-3"]}
      """;

  private HttpServer server;
  private ApiClient client;
  private int status = 200;
  private String answer = "";
  private String asked = "";
  private String link = "";
  private String total = "";
  private String received = "";
  private Duration delay = Duration.ZERO;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client = client(server.getAddress().getPort(), Duration.ofSeconds(10));
  }

  private static ApiClient client(int port, Duration timeout) {
    return new ApiClient("run-service", URI.create("http://127.0.0.1:" + port), timeout);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    received = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (!delay.isZero()) {
      return; // never answered
    }
    var body = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    if (!link.isEmpty()) {
      exchange.getResponseHeaders().set("X-Total-Count", total);
    }
    if (asked.endsWith("&after=run-2")) {
      body = "[%s]".formatted(LINE.formatted("run-1")).getBytes(UTF_8);
    } else if (!link.isEmpty()) {
      exchange.getResponseHeaders().set("Link", link);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Result.Failed<?> failed(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Failed.class);
    return (Result.Failed<?>) result;
  }

  @Test
  void readsSlavesAndIgnoresFieldsItDoesNotKnow() {
    answer =
        """
        [{"id": "7", "name": "lab-1", "host": "lab-1.example.com", "port": 22, "user": "bench",
          "login": "PASSWORD", "folder": ".crowdbench", "stage": "READY", "epoch": 3, "problems": [], "tunnelled": true, "added": {"later": true}}]
        """;

    var slaves = new SlavesApi(client).all().orThrow();

    assertThat(asked).isEqualTo("GET /api/slaves?limit=1000");
    assertThat(slaves)
        .singleElement()
        .returns("lab-1", SlaveView::name)
        .returns("lab-1.example.com:22", SlaveView::address)
        .returns(true, SlaveView::tunnelled)
        .returns(true, SlaveView::ready);
  }

  @Test
  void readsAListPartByPart() {
    answer = "[%s]".formatted(LINE.formatted("run-2"));
    link = "</api/runs?limit=1000&after=run-2>; rel=\"next\"";
    total = "2";
    var first = new RunsApi(client).latest(1).orThrow();
    assertThat(asked).isEqualTo("GET /api/runs?limit=1");
    assertThat(first.total()).isEqualTo(2);

    var all = new RunsApi(client).all().orThrow();

    assertThat(asked).isEqualTo("GET /api/runs?limit=1000&after=run-2");
    assertThat(all).extracting(RunLine::id).containsExactly("run-2", "run-1");
    assertThat(all.getLast().slaves()).isEqualTo("lab-1, lab-2, lab-3 and 997 more");
  }

  @Test
  void escapesIdsInPaths() {
    answer = "{}";

    var _ = new SlavesApi(client).deploy("a/b c");

    assertThat(asked).isEqualTo("POST /api/slaves/a%2Fb%20c/deploy");
  }

  @Test
  void sendsRequestsAsJson() {
    answer = "{}";

    var _ =
        new RunsApi(client)
            .change(
                "7", LoadChange.USERS, new LoadChangeRequest(Map.of("Buy", 3), Map.of(), "more"));

    assertThat(asked).isEqualTo("POST /api/runs/7/users");
    assertThat(received).contains("{\"Buy\":3}").contains("\"reason\":\"more\"");
  }

  @Test
  void uploadsFilesUnderTheirNames(@TempDir Path folder) throws Exception {
    answer = "{}";
    var file = Files.writeString(folder.resolve("Buy.java"), "class Buy {}");

    var _ = new BundlesApi(client).upload("shop", List.of(file));

    assertThat(received)
        .contains("name=\"name\"")
        .contains("shop")
        .contains("filename=\"Buy.java\"")
        .contains("class Buy {}");
  }

  @Test
  void aRefusalHasAllProblems() {
    status = 422;
    answer = "{\"status\": 422, \"problems\": [\"There are no steps.\", \"There is no slave.\"]}";

    var refused = failed(new PlansApi(client).create(Map.of()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problems()).containsExactly("There are no steps.", "There is no slave.");
    assertThatThrownBy(refused::orThrow)
        .isInstanceOf(RequestRefused.class)
        .hasMessageContaining("There are no steps.")
        .hasMessageContaining("There is no slave.");
  }

  @Test
  void anAnswerThatIsNoProblemIsNamedByItsStatus() {
    status = 502;
    answer = "<html>bad gateway</html>";

    assertThat(failed(new RunsApi(client).all()).sentence())
        .contains("Could not get the runs")
        .contains("run-service at http://127.0.0.1:")
        .contains("status 502");
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    var nobody = failed(new RunsApi(client(closed, Duration.ofSeconds(5))).all());

    assertThat(nobody.status()).isZero();
    assertThat(nobody.sentence())
        .contains("Could not get the runs")
        .contains("it does not answer")
        .contains("Start run-service");
  }

  @Test
  void givesUpOnAServiceThatHangs() {
    delay = Duration.ofDays(1);

    var hung =
        failed(new RunsApi(client(server.getAddress().getPort(), Duration.ofMillis(200))).all());

    assertThat(hung.sentence()).contains("did not answer in time");
  }

  @Test
  void anAnswerThatCannotBeReadIsAFailure() {
    answer = "[{\"id\": ";

    assertThat(failed(new RunsApi(client).all()).sentence()).contains("could not be read");
  }

  @Test
  void handsOverEitherTheValueOrTheProblems() {
    var told = new StringBuilder();

    new Result.Ok<>(3).map(n -> n + 1).handle(told::append, _ -> told.append("failed"));
    new Result.Failed<Integer>(409, List.of("One.", "Two."))
        .handle(_ -> told.append("ok"), told::append);

    assertThat(told).hasToString("4One. Two.");
  }
}
