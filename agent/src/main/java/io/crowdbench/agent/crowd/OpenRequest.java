package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Request;
import io.crowdbench.actions.Response;
import io.crowdbench.agent.http.RequestHead;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A request that an action is writing.
final class OpenRequest implements Request {

  private final ActingUser user;
  private final String method;
  private final URI address;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final StringJoiner query = new StringJoiner("&");
  private final StringJoiner form = new StringJoiner("&");

  private byte[] body = {};
  private Duration timeout = Duration.ofSeconds(30);
  private @Nullable String name;

  OpenRequest(ActingUser user, String method, URI address) {
    this.user = user;
    this.method = method;
    this.address = address;
    fields.put("User-Agent", "Crowdbench");
    fields.put("Accept", "*/*");
  }

  @Override
  public Request as(String operation) {
    name = operation;
    return this;
  }

  @Override
  public Request header(String field, String value) {
    fields.put(field, value);
    return this;
  }

  @Override
  public Request query(String parameter, String value) {
    query.add(encoded(parameter, value));
    return this;
  }

  @Override
  public Request form(String field, String value) {
    form.add(encoded(field, value));
    return body("application/x-www-form-urlencoded", form.toString());
  }

  @Override
  public Request body(String contentType, String text) {
    fields.put("Content-Type", contentType);
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  @Override
  public Request timeout(Duration time) {
    timeout = time;
    return this;
  }

  @Override
  public Response send() {
    var whole = withQuery();
    var called = name == null ? Names.of(method, whole.getRawPath()) : name;
    return user.send(
        new Operation(
            called, new RequestHead(method, whole, fields, body), timeout, user.measured()));
  }

  private URI withQuery() {
    if (query.length() == 0) {
      return address;
    }
    return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
