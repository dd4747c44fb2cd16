package io.crowdbench.provisioner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service's HTTP API as tests use it.
public final class Api {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final ProvisionerStack stack;

  public Api(ProvisionerStack stack) {
    this.stack = stack;
  }

  public record Answer(int status, String text, HttpHeaders headers) {

    /// Empty where there is none.
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /// The names in a list.
    public List<String> names() {
      return json().valueStream().map(each -> each.path("name").asString()).toList();
    }

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /// The parts of the request that are wrong.
    public List<String> pointers() {
      return json().path("errors").valueStream().map(e -> e.path("pointer").asString()).toList();
    }

    public List<String> problems() {
      return json().path("problems").valueStream().map(JsonNode::asString).toList();
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer patch(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer postText(String path, String text) {
    return send(
        request(path)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  /// Registers a slave of an embedded host; answers its id.
  public String register(String name, int port, Map<String, ?> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("name", name);
    body.put("host", "127.0.0.1");
    body.put("port", port);
    body.put("user", "bench");
    body.put("password", "correct-horse");
    body.putAll(more);
    var answer = post("/api/slaves", body);
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.text());
    }
    return answer.json().path("id").asString();
  }

  public JsonNode slave(String id) {
    return get("/api/slaves/" + id).json();
  }

  public String stage(String id) {
    return slave(id).path("stage").asString();
  }

  public List<String> problems(String id) {
    return slave(id).path("problems").valueStream().map(JsonNode::asString).toList();
  }

  /// Uploads files by name.
  public Answer upload(String name, Map<String, String> files) {
    var body = new ByteArrayOutputStream();
    part(body, "name\"", name);
    files.forEach((file, text) -> part(body, "files\"; filename=\"" + file + "\"", text));
    body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        request("/api/bundles")
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String name, String text) {
    body.writeBytes(
        "--frontier\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n%s\r\n"
            .formatted(name, text)
            .getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stack.url() + path));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
