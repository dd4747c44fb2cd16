package io.crowdbench.agent.http.tls;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.http.Origin;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom to trust and what to show in TLS handshakes, after an author's wishes. Shared by all users
/// with the same wishes, since its making is dear. Any thread.
public final class TlsSetup {

  /// As many different wishes are kept; a client certificate for each user may be more.
  private static final int MAX_KEPT = 10_000;

  private static final Map<Tls, TlsSetup> kept = new ConcurrentHashMap<>();
  private static final Map<List<String>, TrustManager> keptJudges = new ConcurrentHashMap<>();

  /// Of HTTP, the one we like best first.
  private static final String[] VERSIONS = {"h2", "http/1.1"};

  private static final SecureRandom random = new SecureRandom();

  private final KeyManager @Nullable [] keys;
  private final TrustManager[] judges;
  private final boolean verified;

  private TlsSetup(KeyManager @Nullable [] keys, TrustManager judge, boolean verified) {
    this.keys = keys;
    this.judges = new TrustManager[] {judge};
    this.verified = verified;
  }

  /// @throws IllegalArgumentException when a certificate or key can't be used, with the reason
  public static TlsSetup of(Tls wishes) {
    var known = kept.get(wishes);
    if (known != null) {
      return known;
    }
    var made = make(wishes);
    if (kept.size() < MAX_KEPT) {
      kept.put(wishes, made);
    }
    return made;
  }

  private static TlsSetup make(Tls wishes) {
    try {
      return new TlsSetup(keys(wishes), judge(wishes), wishes.isVerified());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("Could not set up TLS: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager @Nullable [] keys(Tls wishes)
      throws GeneralSecurityException, IOException {
    if (wishes.certificate().isEmpty() || wishes.key().isEmpty()) {
      return null;
    }
    var chain = Pem.certificates(wishes.certificate().get()).toArray(X509Certificate[]::new);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("client", Pem.key(wishes.key().get()), new char[0], chain);
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static TrustManager judge(Tls wishes) throws GeneralSecurityException, IOException {
    if (!wishes.isVerified()) {
      return new AnyTrust();
    }
    var known = keptJudges.get(wishes.trusted());
    if (known != null) {
      return known;
    }
    var judge = new Trust(wishes.trusted().isEmpty() ? platform(null) : more(wishes.trusted()));
    if (keptJudges.size() < MAX_KEPT) {
      keptJudges.put(wishes.trusted(), judge);
    }
    return judge;
  }

  private static X509ExtendedTrustManager more(List<String> pems)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (var authority : platform(null).getAcceptedIssuers()) {
      store.setCertificateEntry("platform-" + number++, authority);
    }
    for (var pem : pems) {
      for (var certificate : Pem.certificates(pem)) {
        store.setCertificateEntry("own-" + number++, certificate);
      }
    }
    return platform(store);
  }

  /// @param store what is trusted; null for what the platform trusts
  private static X509ExtendedTrustManager platform(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /// Makes what keeps the sessions that servers let be resumed.
  SSLContext sessions() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys, judges, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Could not set up TLS: " + e.getMessage() + ".", e);
    }
  }

  /// Shakes hands over a connection that is made.
  ///
  /// @param sessions which may be resumed
  /// @param anyVersion false if what follows must be HTTP/1.1
  /// @throws SSLException that says in words why not
  SSLSocket secure(
      SSLContext sessions, Socket plain, Origin origin, int timeoutMillis, boolean anyVersion)
      throws IOException {
    var socket =
        (SSLSocket)
            sessions.getSocketFactory().createSocket(plain, origin.host(), origin.port(), true);
    var parameters = socket.getSSLParameters();
    if (verified) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (anyVersion) {
      parameters.setApplicationProtocols(VERSIONS);
    }
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(timeoutMillis);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      throw inWords(e);
    }
    // From here on each exchange's own patience bounds it.
    socket.setSoTimeout(0);
    return socket;
  }

  /// What went wrong in a handshake or just after it, in words where it is one of the usual things.
  public static IOException inWords(IOException e) {
    return switch (e) {
      // Where exactly the handshake was when the connection broke is chance.
      case SSLException refusal when refusal.getCause() instanceof SocketException broke ->
          broken(broke);
      case SSLException refusal -> inWords(refusal);
      case SocketTimeoutException _ ->
          new SocketTimeoutException("no answer to the TLS handshake in time");
      case SocketException broke -> broken(broke);
      default -> e;
    };
  }

  private static IOException broken(SocketException e) {
    return new IOException(
        "the connection broke in or just after the TLS handshake: %s. If the server demands a client certificate, give one with Tls.standard().withCertificate(…)"
            .formatted(e.getMessage()),
        e);
  }

  private static SSLException inWords(SSLException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof Trust.Refused refused) {
        return told(String.valueOf(refused.getMessage()), e);
      }
    }
    var said = String.valueOf(e.getMessage());
    if (said.contains("certificate_required") || said.contains("bad_certificate")) {
      return told(
          "the server demands a client certificate, or refused the one it got (%s). Give one of a CA it knows with Tls.standard().withCertificate(…)"
              .formatted(said),
          e);
    }
    if (said.contains("handshake_failure")) {
      return told(
          "the server refused the handshake (%s): it demands a client certificate, or has no version or cipher in common with us. Give a certificate of a CA it knows with Tls.standard().withCertificate(…)"
              .formatted(said),
          e);
    }
    if (said.contains("unknown_ca") || said.contains("certificate_unknown")) {
      return told(
          "the server does not know the CA of the client certificate (%s). Give one of a CA it knows, with the certificates between, with Tls.standard().withCertificate(…)"
              .formatted(said),
          e);
    }
    if (said.contains("Unsupported or unrecognized SSL message")) {
      return told("what came back is no TLS. Is it an http address?", e);
    }
    return told("no TLS connection: " + said, e);
  }

  private static SSLException told(String sentence, SSLException cause) {
    return new SSLException(sentence, cause);
  }
}
