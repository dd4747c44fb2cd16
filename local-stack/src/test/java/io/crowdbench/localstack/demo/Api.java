package io.crowdbench.localstack.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP APIs as any outsider uses them.
public final class Api {

  private final JsonMapper json = JsonMapper.shared();
  private final String url;
  private final RestClient client;

  public Api(String url) {
    this.url = url;
    this.client =
        RestClient.builder()
            .baseUrl(url)
            .requestFactory(new JdkClientHttpRequestFactory())
            .defaultStatusHandler(HttpStatusCode::isError, (_, answer) -> refused(answer))
            .build();
  }

  public JsonNode get(String path) {
    return reading(client.get().uri(path));
  }

  public JsonNode post(String path) {
    return reading(client.post().uri(path));
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return reading(
        client
            .post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .body(json.writeValueAsBytes(body)));
  }

  public void delete(String path) {
    reading(client.delete().uri(path));
  }

  public JsonNode upload(String path, String name, List<Path> files) {
    var parts = new LinkedMultiValueMap<String, Object>();
    parts.add("name", name);
    files.forEach(file -> parts.add("files", new FileSystemResource(file)));
    return reading(client.post().uri(path).contentType(MediaType.MULTIPART_FORM_DATA).body(parts));
  }

  private JsonNode reading(RestClient.RequestHeadersSpec<?> request) {
    try {
      var body = request.retrieve().body(byte[].class);
      return body == null || body.length == 0 ? json.nullNode() : json.readTree(body);
    } catch (ResourceAccessException e) {
      throw new Unanswered("Could not reach " + url + ": " + e.getMostSpecificCause() + ".");
    }
  }

  private void refused(ClientHttpResponse answer) throws IOException {
    var body = new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
    var problems = new StringBuilder();
    if (body.startsWith("{")) {
      json.readTree(body)
          .path("problems")
          .forEach(p -> problems.append("\n  ").append(p.asString()));
    }
    throw new Unanswered(
        "Crowdbench at "
            + url
            + " refused with "
            + answer.getStatusCode()
            + ":"
            + (problems.isEmpty() ? " " + body : problems));
  }
}
