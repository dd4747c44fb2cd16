package io.crowdbench.agent.http;

import io.crowdbench.actions.Tls;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one user browses with: its cookies and its connections. Not shared between users.
public final class Browser implements AutoCloseable {

  /// Methods that may be sent again when a kept connection turns out to be closed.
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  private final Map<Origin, Connection> connections = new HashMap<>();
  private final CookieManager cookies =
      new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);

  private Tls tls = Tls.standard();

  /// From now on TLS connections are made in that way; those there are are closed.
  ///
  /// @throws IllegalArgumentException when a certificate or key can't be used, with the reason
  public void secure(Tls wishes) {
    var _ = Security.of(wishes);
    tls = wishes;
    connections
        .entrySet()
        .removeIf(entry -> {
          if (entry.getKey().tls()) {
            closeQuietly(entry.getValue());
          }
          return entry.getKey().tls();
        });
  }

  /// Sends the request and waits for the whole answer.
  ///
  /// @param onSent told once the request's bytes have gone out, to tell unsent from unanswered ones
  /// @throws IOException with a message that says what came instead
  public Answer send(RequestHead request, Duration timeout, Runnable onSent) throws IOException {
    var deadline = new Deadline(timeout);
    var origin = Origin.of(request.address());
    var bytes = request.bytes(origin, cookieLine(request.address()));
    var kept = connections.get(origin);
    if (kept != null && kept.isOpen()) {
      try {
        return exchange(kept, request, bytes, deadline, onSent);
      } catch (Connection.StaleConnection e) {
        if (!REPEATABLE.contains(request.method())) {
          throw e;
        }
      }
    }
    var fresh = Connection.open(origin, tls, deadline.leftMillis());
    connections.put(origin, fresh);
    return exchange(fresh, request, bytes, deadline, onSent);
  }

  private Answer exchange(
      Connection connection, RequestHead request, byte[] bytes, Deadline deadline, Runnable onSent)
      throws IOException {
    try {
      var answer = connection.exchange(request, bytes, deadline, onSent);
      if (answer.headers().has("Set-Cookie")) {
        cookies.put(request.address(), answer.headers().asMap());
      }
      return answer;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private String cookieLine(URI address) throws IOException {
    if (cookies.getCookieStore().getCookies().isEmpty()) {
      return "";
    }
    return String.join("; ", cookies.get(address, Map.of()).getOrDefault("Cookie", List.of()));
  }

  @Override
  public void close() {
    connections.values().forEach(Browser::closeQuietly);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // Closing is all we wanted; a connection that is broken already is closed enough.
      return;
    }
  }
}
