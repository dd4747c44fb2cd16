package io.crowdbench.ui.base;

import io.crowdbench.ui.base.Answer.Got;
import io.crowdbench.ui.base.Answer.Missing;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Asks one service over HTTP. It gives up soon: a page waits for it.
public final class ServiceClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final String name;
  private final URI address;
  private final RestClient http;

  public ServiceClient(String name, URI address, RestClient.Builder builder) {
    this.name = name;
    this.address = address;
    var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    var requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(TIMEOUT);
    this.http = builder.clone().baseUrl(address).requestFactory(requests).build();
  }

  /// @param what what is asked for, as it reads behind "ask for"
  public <T> Answer<T> ask(
      String what, ParameterizedTypeReference<T> type, String path, Object... values) {
    return answer(what, () -> http.get().uri(path, values).retrieve().body(type));
  }

  /// Asks for something to be done.
  ///
  /// @param what what is asked for, as it reads behind "ask for"
  /// @param body as JSON
  public <T> Answer<T> post(
      String what, Object body, ParameterizedTypeReference<T> type, String path, Object... values) {
    return answer(
        what,
        () ->
            http.post()
                .uri(path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(type));
  }

  private <T> Answer<T> answer(String what, Supplier<@Nullable T> exchange) {
    try {
      var body = exchange.get();
      return body == null ? new Missing<>(sentence(what, "its answer was empty")) : new Got<>(body);
    } catch (RestClientResponseException e) {
      return new Missing<>(refusal(what, e));
    } catch (ResourceAccessException e) {
      return new Missing<>(
          sentence(what, "it does not answer")
              + " Start "
              + name
              + ", or look into its log, and reload this page.");
    } catch (RestClientException e) {
      return new Missing<>(sentence(what, "its answer could not be read (" + e.getMessage() + ")"));
    }
  }

  private String refusal(String what, RestClientResponseException e) {
    var problem = e.getResponseBodyAs(ProblemDetail.class);
    var detail = problem == null ? null : problem.getDetail();
    return detail == null
        ? sentence(what, "it answered with status " + e.getStatusCode().value())
        : detail;
  }

  private String sentence(String what, String came) {
    return "Could not ask %s at %s for %s: %s.".formatted(name, address, what, came);
  }
}
