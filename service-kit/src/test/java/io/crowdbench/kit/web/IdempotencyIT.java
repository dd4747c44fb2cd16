package io.crowdbench.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.kit.KitStack;
import io.crowdbench.kit.Refused;
import io.crowdbench.kit.ServiceKit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {

  private static final AtomicInteger made = new AtomicInteger();
  private static final CountDownLatch entered = new CountDownLatch(1);
  private static final CountDownLatch released = new CountDownLatch(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private KitStack stack;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKit.class, WebKit.class, IdempotencyKit.class, Things.class})
  static class Application {}

  /// Counts what it makes.
  @RestController
  static class Things {

    @PostMapping("/things")
    ResponseEntity<String> make(@RequestBody String what) throws InterruptedException {
      int number = made.incrementAndGet();
      if (what.equals("refused")) {
        throw Refused.invalid(List.of("No such thing."));
      }
      if (what.equals("broken")) {
        throw new IllegalStateException("broken");
      }
      if (what.equals("slow")) {
        entered.countDown();
        released.await();
      }
      return ResponseEntity.status(HttpStatus.CREATED).body(what + " " + number);
    }
  }

  @BeforeAll
  void start() throws IOException {
    stack = new KitStack(Application.class);
  }

  @AfterAll
  void stop() throws IOException {
    client.close();
    stack.close();
  }

  private HttpRequest request(String key, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stack.port() + "/things"))
        .header("content-type", "text/plain")
        .header("idempotency-key", key)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> post(String key, String body) throws Exception {
    return client.send(request(key, body), BodyHandlers.ofString());
  }

  @Test
  void theSameRequestIsDoneOnceAndAnsweredAlike() throws Exception {
    var before = made.get();
    var first = post("one", "thing");
    var second = post("one", "thing");

    assertThat(made.get() - before).isEqualTo(1);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("idempotency-replayed")).isEmpty();
    assertThat(second.headers().firstValue("idempotency-replayed")).hasValue("true");
    assertThat(post("two", "thing").body()).isNotEqualTo(first.body());
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() throws Exception {
    var _ = post("three", "thing");

    var other = post("three", "other thing");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("sent before with another request (POST /things)");
  }

  @Test
  void theSameWhileItIsUnderWayIsAConflict() throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        client.sendAsync(request("four", "slow"), BodyHandlers.ofString());
    entered.await();

    assertThat(post("four", "slow").statusCode()).isEqualTo(409);
    released.countDown();
    assertThat(first.get().statusCode()).isEqualTo(201);
    await()
        .untilAsserted(() -> assertThat(post("four", "slow").body()).isEqualTo(first.get().body()));
  }

  @Test
  void aRefusalIsAnsweredAlikeButAFailureMayBeTriedAgain() throws Exception {
    var before = made.get();
    assertThat(post("five", "refused").statusCode()).isEqualTo(422);
    assertThat(post("five", "refused").body()).contains("No such thing.");
    assertThat(made.get() - before).isEqualTo(1);

    assertThat(post("six", "broken").statusCode()).isEqualTo(500);
    assertThat(post("six", "broken").statusCode()).isEqualTo(500);
    assertThat(made.get() - before).isEqualTo(3);
  }
}
