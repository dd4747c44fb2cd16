package io.crowdbench.agent.user;

import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.Request;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.Response;
import io.crowdbench.actions.WebSocket;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.address.Basic;
import io.crowdbench.agent.channel.Channels;
import io.crowdbench.agent.http.Bodies;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Upload;
import io.crowdbench.agent.operation.DefaultFields;
import io.crowdbench.agent.operation.GeneratorLimit;
import io.crowdbench.agent.operation.MissingResponse;
import io.crowdbench.agent.visit.Visits;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request that an action is writing.
final class OpenRequest implements Request {

  private static final byte[] NOTHING = {};
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// Whose request it is.
  interface Owner {

    /// @param name of the operation; null for the method and path
    Response send(RequestHead request, @Nullable String name, Duration timeout, boolean follow);

    /// What visits pages for this user.
    Visits visits();

    /// What opens WebSockets and streams for this user.
    Channels channels();
  }

  private final Owner user;
  private final String method;
  private final Address address;
  private final Fields fields = new Fields(DefaultFields.ALL);

  private byte[] body = NOTHING;
  private Bodies bodies = Bodies.USUAL;
  private Duration timeout = TIMEOUT;
  private boolean follow = true;
  private @Nullable StringBuilder query;
  private @Nullable Form form;
  private @Nullable String name;
  private @Nullable Predicate<String> wanted;
  private boolean mayFail;

  OpenRequest(Owner user, String method, Address address) {
    this.user = user;
    this.method = method;
    this.address = address;
  }

  @Override
  public Request as(String operation) {
    name = operation;
    return this;
  }

  @Override
  public Request header(String field, String value) {
    fields.set(field, value);
    return this;
  }

  @Override
  public Request basic(String login, String password) {
    return header("Authorization", Basic.of(login, password));
  }

  @Override
  public Request query(String parameter, String value) {
    query = query == null ? new StringBuilder() : query.append('&');
    query.append(Form.encoded(parameter, value));
    return this;
  }

  @Override
  public Request form(String field, String value) {
    form().add(field, value);
    return this;
  }

  @Override
  public Request file(String field, String fileName, String contentType, byte[] content) {
    form().add(field, fileName, contentType, content);
    return this;
  }

  private Form form() {
    if (form == null) {
      form = new Form();
      bodies = new Bodies(bodies.kept(), null);
    }
    return form;
  }

  @Override
  public Request body(String contentType, String text) {
    form = null;
    bodies = new Bodies(bodies.kept(), null);
    fields.set("Content-Type", contentType);
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  @Override
  public Request body(String contentType, @Nullable URL file) {
    form = null;
    body = NOTHING;
    fields.set("Content-Type", contentType);
    try {
      if (file == null) {
        throw new IOException("there is no such file");
      }
      bodies = new Bodies(bodies.kept(), Upload.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Could not send %s as the body of %s %s: %s. Put it into a jar that is uploaded, and name it from the jar's root: getClass().getResource(\"/big.zip\")."
              .formatted(file == null ? "a file" : file, method, address, e.getMessage()),
          e);
    }
    return this;
  }

  @Override
  public Request keep(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException(
          "Could not keep %d bytes of an answer: it must be 0 or more.".formatted(bytes));
    }
    bodies = new Bodies(bytes, bodies.upload());
    return this;
  }

  @Override
  public Request timeout(Duration time) {
    timeout = time;
    return this;
  }

  @Override
  public Request followRedirects(boolean yes) {
    follow = yes;
    return this;
  }

  @Override
  public Request embedding(Predicate<String> resources) {
    wanted = resources;
    return this;
  }

  @Override
  public Request mayFail() {
    mayFail = true;
    return this;
  }

  Response send() {
    if (wanted != null) {
      throw new IllegalArgumentException(
          "Could not send %s %s: embedding(…) is for visits only. Use user.visit(…)."
              .formatted(method, address.withoutLogin()));
    }
    var request = whole();
    return perhaps(request, () -> user.send(request, name, timeout, follow));
  }

  Response visit() {
    if (fields.value("Accept").equals(DefaultFields.ACCEPT)) {
      fields.set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }
    var request = whole();
    Predicate<String> chosen = wanted == null ? _ -> true : wanted;
    return perhaps(request, () -> user.visits().visit(request, name, timeout, follow, chosen));
  }

  private Response perhaps(RequestHead request, Supplier<Response> answer) {
    try {
      return answer.get();
    } catch (RequestFailed e) {
      if (!mayFail || GeneratorLimit.reached(e)) {
        throw e;
      }
      return new MissingResponse(request.address(), String.valueOf(e.getMessage()));
    }
  }

  WebSocket webSocket() {
    return user.channels().webSocket(whole(), name, timeout);
  }

  EventStream events() {
    return user.channels().events(whole(), name, timeout, follow);
  }

  private RequestHead whole() {
    if (form != null) {
      fields.set("Content-Type", form.contentType());
      body = form.bytes();
    }
    if (address.hasLogin() && fields.value("Authorization").isEmpty()) {
      fields.set("Authorization", address.basicLogin());
    }
    return new RequestHead(method, withQuery().withoutLogin(), fields, body, bodies);
  }

  private Address withQuery() {
    return query == null ? address : address.withMoreQuery(query.toString());
  }
}
