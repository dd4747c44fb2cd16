package io.crowdbench.agent.browser;

import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sender;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A helper's right to use one of its user's connections to an origin.
public final class Permit implements Sender, AutoCloseable {

  private final Browser browser;
  private final IdleConnections idle;
  private final boolean waited;

  Permit(Browser browser, IdleConnections idle, boolean waited) {
    this.browser = browser;
    this.idle = idle;
    this.waited = waited;
  }

  /// Sends a request that may be repeated.
  @Override
  public HttpAnswer send(RequestHead request, Duration timeout, Runnable onSent)
      throws IOException {
    var deadline = new Deadline(timeout);
    var origin = Origin.of(request.address());
    var cookieLine = browser.cookieLine(request);
    for (var kept = kept(); kept != null; kept = kept()) {
      try {
        return exchange(kept, request, cookieLine, deadline, onSent);
      } catch (HttpConnection.StaleConnection e) {
        if (kept.isOpen()) {
          // Refused by a connection that goes on with others.
          throw e;
        }
        // The next one may live, and in the end there is a fresh one.
        continue;
      }
    }
    return exchange(fresh(origin, deadline), request, cookieLine, deadline, onSent);
  }

  private @Nullable HttpConnection kept() {
    var shared = idle.shared();
    return shared == null ? idle.take() : shared;
  }

  /// Several at once only where each needs one: the first finds that out.
  private HttpConnection fresh(Origin origin, Deadline deadline) throws IOException {
    if (!origin.tls() || idle.isSingle()) {
      return browser.connect(origin, deadline);
    }
    idle.first.lock();
    try {
      var shared = idle.shared();
      if (shared != null) {
        return shared;
      }
      var connection = browser.connect(origin, deadline);
      if (connection.isShared()) {
        idle.put(connection);
      } else {
        idle.beSingle();
      }
      return connection;
    } finally {
      idle.first.unlock();
    }
  }

  private HttpAnswer exchange(
      HttpConnection connection,
      RequestHead request,
      String cookieLine,
      Deadline deadline,
      Runnable onSent)
      throws IOException {
    var answer = browser.exchange(connection, request, cookieLine, deadline, onSent);
    if (!connection.isShared()) {
      idle.put(connection);
    }
    return answer;
  }

  @Override
  public void close() {
    if (waited) {
      idle.permits.release();
    }
  }
}
