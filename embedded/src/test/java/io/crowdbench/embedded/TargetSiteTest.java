package io.crowdbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetSiteTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private TargetSite site;

  @BeforeEach
  void open() throws IOException {
    site = TargetSite.start(0);
  }

  @AfterEach
  void close() {
    site.close();
    client.close();
  }

  @Test
  void countsEachRequestOnceWhateverItAnswers() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200)
          .forEach(i -> {
            var _ = threads.submit(() -> get("/products/" + i));
          });
    }
    assertThat(site.requests()).isEqualTo(200);
    assertThat(get("/stats").body()).isEqualTo("{\"requests\":200}");
    assertThat(site.requests()).isEqualTo(200);
  }

  @Test
  void doesNotCountARequestThatNeverCameInWhole() throws Exception {
    try (var socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(site.url()).getPort())) {
      var half = "POST /cart HTTP/1.1\r\nHost: shop\r\nContent-Length: 10\r\n\r\nprod";
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(site.requests()).isEqualTo(1);
  }

  @Test
  void sellsThings() throws Exception {
    assertThat(get("/").body()).contains("Welcome").hasSizeBetween(1000, 6000);
    assertThat(get("/products?q=lamp").body()).contains("Red Lamp").doesNotContain("Violin");
    assertThat(get("/products/1").body()).contains("Red Lamp").hasSizeBetween(1000, 6000);
    assertThat(get("/products/none").statusCode()).isEqualTo(404);
    var login = post("/login", "user=anna");
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.headers().firstValue("Set-Cookie")).get().asString().startsWith("session=");
    assertThat(post("/cart", "product=1").body()).contains("Red Lamp is in your cart");
    assertThat(get("/logout").statusCode()).isEqualTo(200);
    assertThat(post("/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void everyFiftiethCheckoutFails() throws Exception {
    var failures = 0;
    for (var i = 0; i < 100; i++) {
      var answer = post("/checkout", "");
      if (answer.statusCode() == 503) {
        assertThat(answer.body()).isEqualTo("The payment provider did not answer");
        failures++;
      }
    }
    assertThat(failures).isEqualTo(2);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(site.url() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(site.url() + path))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
