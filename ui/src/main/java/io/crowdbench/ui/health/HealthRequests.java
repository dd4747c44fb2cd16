package io.crowdbench.ui.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks services how they are.
final class HealthRequests {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /// @param group such as `alive`
  /// @return what came back instead of an answer that all is well; null if that came
  @Nullable String problem(URI service, String group) throws InterruptedException {
    var address = service.resolve("/actuator/health/" + group);
    try {
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 ? null : "it answers with status " + status;
    } catch (IOException e) {
      return "it does not answer at " + service;
    }
  }
}
