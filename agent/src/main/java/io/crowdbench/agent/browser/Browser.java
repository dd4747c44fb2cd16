package io.crowdbench.agent.browser;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.cookie.Cookies;
import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sender;
import io.crowdbench.agent.http.http1.Channel;
import io.crowdbench.agent.http.tls.TlsSetup;
import io.crowdbench.agent.http.tls.UserTls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What one user browses with: its cookies and its connections. Not shared between users.
///
/// Belongs to the user's own thread; only what is said to be for helpers is for others, and while
/// they are at work the user's own thread waits.
public final class Browser implements Sender, AutoCloseable {

  /// Methods that may be sent again when a kept connection turns out to be closed.
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  private final Map<Origin, HttpConnection> connections = new HashMap<>();

  /// Of them the one that was used last, which is often the next one, too.
  private @Nullable HttpConnection latest;

  /// None before the first one was set: many users never have any.
  private volatile @Nullable Cookies cookies;

  private final List<Channel> channels = new ArrayList<>(0);

  private UserTls tls = new UserTls(Tls.standard());

  /// Further connections; none before something was loaded side by side.
  private @Nullable Map<Origin, IdleConnections> spares;

  /// From now on TLS connections are made in that way; those there are are closed.
  ///
  /// @throws IllegalArgumentException when a certificate or key can't be used, with the reason
  public void secure(Tls wishes) {
    var _ = TlsSetup.of(wishes);
    tls = new UserTls(wishes);
    share();
    spares()
        .forEach((origin, each) -> {
          if (origin.tls()) {
            each.takeAll().forEach(HttpConnection::close);
          }
        });
    unshare();
  }

  @Override
  public HttpAnswer send(RequestHead request, Duration timeout, Runnable onSent)
      throws IOException {
    var deadline = new Deadline(timeout);
    var origin = origin(request.address());
    var cookieLine = cookieLine(request);
    var kept = kept(origin);
    if (kept != null) {
      try {
        return exchange(kept, request, cookieLine, deadline, onSent);
      } catch (HttpConnection.StaleConnection e) {
        kept.close();
        if (!e.unseen() && !REPEATABLE.contains(request.method())) {
          throw e;
        }
      }
    }
    if (spares != null) {
      // Idle ones may have been closed by now, and would be one too many beside a fresh one.
      spares(origin).takeAll().forEach(HttpConnection::close);
    }
    var fresh = connect(origin, deadline);
    connections.put(origin, fresh);
    latest = fresh;
    return exchange(fresh, request, cookieLine, deadline, onSent);
  }

  HttpConnection connect(Origin origin, Deadline deadline) throws IOException {
    return Connector.connect(origin, tls, deadline.leftMillis());
  }

  private Origin origin(Address address) {
    var known = latest;
    return known != null && known.origin().isOf(address) ? known.origin() : Origin.of(address);
  }

  /// The connection to go on with. One that the server has ended while the user was thinking is
  /// left, as browsers do, before a request is lost on it.
  @Nullable HttpConnection kept(Origin origin) {
    var known = latest;
    if (known == null || !known.origin().equals(origin)) {
      known = connections.get(origin);
      latest = known;
    }
    if (known != null && (!known.isOpen() || known.hasEnded())) {
      known.close();
      connections.remove(origin);
      latest = null;
    }
    return latest;
  }

  HttpAnswer exchange(
      HttpConnection link,
      RequestHead request,
      String cookieLine,
      Deadline deadline,
      Runnable onSent)
      throws IOException {
    try {
      var answer = link.exchange(request, cookieLine, deadline, onSent);
      keepCookies(request.address(), answer.headers());
      return answer;
    } catch (IOException e) {
      link.failed();
      throw e;
    }
  }

  private void keepCookies(Address address, Headers headers) {
    if (headers.has("Set-Cookie")) {
      keepThem(address, headers);
    }
  }

  private synchronized void keepThem(Address address, Headers headers) {
    var known = cookies;
    var all = known == null ? new Cookies() : known;
    cookies = all;
    all.keep(address.host(), address.path(), address.isTls(), headers);
  }

  /// The value of the Cookie header, or nothing. Helpers too.
  public String cookieLine(Address address) {
    var known = cookies;
    return known == null ? "" : known.line(address.host(), address.path(), address.isTls());
  }

  /// What its author has written takes the place of what is kept.
  String cookieLine(RequestHead request) {
    var line = cookieLine(request.address());
    return line.isEmpty() || request.fields().value("Cookie").isEmpty() ? line : "";
  }

  /// Sends the request on a connection of its own, which stays open for what comes behind the
  /// answer's head.
  public Channel open(RequestHead request, Duration timeout, Runnable onSent) throws IOException {
    var deadline = new Deadline(timeout);
    var origin = Origin.of(request.address());
    var bytes = request.bytes(origin, cookieLine(request));
    var connection = Connector.connectHttp1(origin, tls, deadline.leftMillis());
    try {
      var channel = Channel.over(connection, request, bytes, deadline, onSent);
      keepCookies(request.address(), channel.answer().headers());
      channels.removeIf(Channel::isClosed);
      channels.add(channel);
      return channel;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /// Hands all connections over to helpers.
  public void share() {
    connections.forEach((origin, connection) -> spares(origin).put(connection));
    connections.clear();
    latest = null;
  }

  /// Takes them back when no helper is at work any more.
  public void unshare() {
    spares()
        .forEach((origin, each) -> {
          var connection = each.takeBest();
          if (connection != null) {
            connections.put(origin, connection);
          }
        });
  }

  /// Waits until one of the connections to that origin is free, or may be made, unless one is for
  /// all. For helpers.
  ///
  /// @throws IllegalArgumentException when it is no address of http
  public Permit permit(Address address) throws InterruptedException {
    var each = spares(Origin.of(address));
    boolean waits = each.shared() == null;
    if (waits) {
      each.permits.acquire();
    }
    return new Permit(this, each, waits);
  }

  private Map<Origin, IdleConnections> spares() {
    var known = spares;
    var all = known == null ? new ConcurrentHashMap<Origin, IdleConnections>() : known;
    spares = all;
    return all;
  }

  private IdleConnections spares(Origin origin) {
    return spares().computeIfAbsent(origin, _ -> new IdleConnections());
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
    connections.values().forEach(HttpConnection::close);
    if (spares != null) {
      spares.values().forEach(each -> each.takeAll().forEach(HttpConnection::close));
    }
  }
}
