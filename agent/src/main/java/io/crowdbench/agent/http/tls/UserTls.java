package io.crowdbench.agent.http.tls;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.http.Origin;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// How one user makes TLS connections. As each browser does, it resumes sessions of its own only:
/// with a session of another user's, a new visitor would cost the site less than in truth.
public final class UserTls {

  private final Tls wishes;

  /// Made with the first connection: many users never have one.
  private @Nullable SSLContext sessions;

  public UserTls(Tls wishes) {
    this.wishes = wishes;
  }

  private synchronized SSLContext sessions(TlsSetup security) {
    if (sessions == null) {
      sessions = security.sessions();
    }
    return sessions;
  }

  /// As [TlsSetup#secure] does.
  ///
  /// @param anyVersion false if it must be HTTP/1.1
  public SSLSocket secure(Socket plain, Origin origin, int timeoutMillis, boolean anyVersion)
      throws IOException {
    var security = TlsSetup.of(wishes);
    return security.secure(
        sessions(security), plain, origin, timeoutMillis, anyVersion && wishes.hasHttp2());
  }
}
