package io.crowdbench.api;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to one server of Crowdbench: to a service, or to the UI, which passes them on to
/// the service that owns them. Any thread.
public final class ApiClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; *rel=\"?next\"?");
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final String server;
  private final URI address;
  private final RestClient http;

  /// @param server what people call it, such as `run-service`
  /// @param timeout until a whole answer must be there
  public ApiClient(String server, URI address, Duration timeout) {
    this.server = server;
    this.address = address;
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
    requests.setReadTimeout(timeout);
    this.http = RestClient.builder().baseUrl(address).requestFactory(requests).build();
  }

  /// @param what what is asked for, as it reads behind "Could not get"
  public <T> Result<T> get(
      String what, ParameterizedTypeReference<T> type, String path, Object... values) {
    return exchange("get " + what, () -> http.get().uri(path, values).retrieve().body(type));
  }

  /// A part of a list.
  ///
  /// @param what what is asked for, as it reads behind "Could not get"
  public <T> Result<Page<T>> page(
      String what, ParameterizedTypeReference<List<T>> type, String path, Object... values) {
    return exchange(
        "get " + what, () -> page(http.get().uri(path, values).retrieve().toEntity(type)));
  }

  /// A whole list, part by part.
  ///
  /// @param what what is asked for, as it reads behind "Could not get"
  /// @param path of its first part
  public <T> Result<List<T>> list(
      String what, ParameterizedTypeReference<List<T>> type, String path, Object... values) {
    return first(what, Integer.MAX_VALUE, type, path, values).map(Page::entries);
  }

  /// The beginning of a list: at least so many entries, if there are.
  ///
  /// @param what what is asked for, as it reads behind "Could not get"
  /// @param path of its first part
  public <T> Result<Page<T>> first(
      String what,
      int count,
      ParameterizedTypeReference<List<T>> type,
      String path,
      Object... values) {
    var entries = new ArrayList<T>();
    var answer = this.<T>page(what, type, path, values);
    while (true) {
      switch (answer) {
        case Result.Failed<Page<T>> failed -> {
          return failed;
        }
        case Result.Ok<Page<T>>(var page) -> {
          entries.addAll(page.entries());
          if (page.next() == null || entries.size() >= count) {
            return new Result.Ok<>(new Page<>(entries, page.total(), page.next()));
          }
          answer = page(what, type, URI.create(page.next()));
        }
      }
    }
  }

  private <T> Result<Page<T>> page(
      String what, ParameterizedTypeReference<List<T>> type, URI next) {
    return exchange(
        "get " + what, () -> page(http.get().uri(address.resolve(next)).retrieve().toEntity(type)));
  }

  private static <T> @Nullable Page<T> page(ResponseEntity<List<T>> answer) {
    var entries = answer.getBody();
    if (entries == null) {
      return null;
    }
    var total = answer.getHeaders().getFirst("X-Total-Count");
    var next = NEXT.matcher(requireNonNullElse(answer.getHeaders().getFirst(HttpHeaders.LINK), ""));
    return new Page<>(
        entries,
        total == null ? entries.size() : Long.parseLong(total),
        next.find() ? next.group(1) : null);
  }

  /// @param task as it reads behind "Could not"
  /// @param body sent as JSON; null for none
  public <T> Result<T> post(
      String task,
      @Nullable Object body,
      ParameterizedTypeReference<T> type,
      String path,
      Object... values) {
    return exchange(
        task,
        () -> {
          var request = http.post().uri(path, values);
          if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body));
          }
          return request.retrieve().body(type);
        });
  }

  /// @param task as it reads behind "Could not"
  /// @param body sent as JSON
  public <T> Result<T> patch(
      String task, Object body, ParameterizedTypeReference<T> type, String path, Object... values) {
    return exchange(
        task,
        () ->
            http.patch()
                .uri(path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body))
                .retrieve()
                .body(type));
  }

  /// @param task as it reads behind "Could not"
  public <T> Result<T> postText(
      String task, String text, ParameterizedTypeReference<T> type, String path) {
    return exchange(
        task,
        () ->
            http.post()
                .uri(path)
                .contentType(PLAIN)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .body(type));
  }

  /// @param task as it reads behind "Could not"
  public Result<String> text(String task, String path, Object... values) {
    return exchange(
        task,
        () -> {
          var body = http.get().uri(path, values).retrieve().body(byte[].class);
          return body == null ? "" : new String(body, StandardCharsets.UTF_8);
        });
  }

  /// Asks for something whose answer has no body.
  ///
  /// @param task as it reads behind "Could not"
  public Result<Boolean> trigger(String task, String path, Object... values) {
    return exchange(
        task,
        () -> {
          http.post().uri(path, values).retrieve().toBodilessEntity();
          return true;
        });
  }

  /// @param task as it reads behind "Could not"
  public Result<Boolean> delete(String task, String path, Object... values) {
    return exchange(
        task,
        () -> {
          http.delete().uri(path, values).retrieve().toBodilessEntity();
          return true;
        });
  }

  /// Uploads files as a form.
  ///
  /// @param task as it reads behind "Could not"
  public <T> Result<T> upload(
      String task, String name, List<Path> files, ParameterizedTypeReference<T> type, String path) {
    var parts = new LinkedMultiValueMap<String, Object>();
    parts.add("name", name);
    files.forEach(file -> parts.add("files", new FileSystemResource(file)));
    return exchange(
        task,
        () ->
            http.post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .body(type));
  }

  private <T> Result<T> exchange(String task, Supplier<@Nullable T> exchange) {
    try {
      var body = exchange.get();
      return body == null ? failed(0, task, "its answer was empty") : new Result.Ok<>(body);
    } catch (RestClientResponseException e) {
      var problems = problems(e.getResponseBodyAsByteArray());
      var status = e.getStatusCode().value();
      return problems.isEmpty()
          ? failed(status, task, "it answered with status " + status)
          : new Result.Failed<>(status, problems);
    } catch (ResourceAccessException e) {
      return new Result.Failed<>(
          0,
          List.of(
              sentence(
                  task, e.getCause() instanceof IOException io ? reason(io) : "no answer came"),
              "Start %s, or look into its log.".formatted(server)));
    } catch (RestClientException e) {
      return failed(0, task, "its answer could not be read (" + e.getMessage() + ")");
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.net.http.HttpTimeoutException
        ? "it did not answer in time"
        : "it does not answer";
  }

  private <T> Result<T> failed(int status, String task, String came) {
    return new Result.Failed<>(status, List.of(sentence(task, came)));
  }

  private String sentence(String task, String came) {
    return "Could not %s: tried %s at %s, and %s.".formatted(task, server, address, came);
  }

  /// The `problems` of problem+json; none where the answer is something else.
  private static List<String> problems(byte[] body) {
    try {
      return JSON.readTree(body)
          .path("problems")
          .valueStream()
          .map(each -> each.asString())
          .toList();
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
