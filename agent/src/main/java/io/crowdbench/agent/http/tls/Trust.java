package io.crowdbench.agent.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The platform's judgement of a server's certificate, with the reason in words.
final class Trust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager judge;

  Trust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /// What a certificate was refused for, in a sentence for people.
  static final class Refused extends CertificateException {

    private static final long serialVersionUID = 1;

    Refused(String message, CertificateException cause) {
      super(message, cause);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    try {
      judge.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw new Refused(sentence(chain[0], e), e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkServerTrusted(chain, type);
  }

  private static String sentence(X509Certificate certificate, CertificateException e) {
    var whose = certificate.getSubjectX500Principal().getName();
    if (has(e, CertificateExpiredException.class)) {
      return "the server's certificate (%s) expired on %s. Renew it, or use Tls.standard().unverified()"
          .formatted(whose, certificate.getNotAfter().toInstant());
    }
    if (has(e, CertificateNotYetValidException.class)) {
      return "the server's certificate (%s) is not valid before %s. Compare the clocks of both machines"
          .formatted(whose, certificate.getNotBefore().toInstant());
    }
    if (e.getCause() == null) {
      return "the server's certificate is for %s, not for this host. Use one of these names in the address, or Tls.standard().unverified()"
          .formatted(names(certificate));
    }
    return "the server's certificate (%s) comes from a CA that is not known: %s. Name the CA with Tls.standard().trusting(…), have the server send the certificates between, or use Tls.standard().unverified()"
        .formatted(whose, certificate.getIssuerX500Principal().getName());
  }

  private static boolean has(@Nullable Throwable e, Class<? extends Exception> type) {
    for (var at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  private static String names(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      if (names != null && !names.isEmpty()) {
        return names.stream().map(Trust::name).limit(10).collect(Collectors.joining(", "));
      }
    } catch (CertificateException e) {
      return "names that can't be read";
    }
    return certificate.getSubjectX500Principal().getName();
  }

  /// A pair of what kind of name it is and the name.
  private static String name(Collection<?> pair) {
    return pair.stream().skip(1).map(String::valueOf).findFirst().orElse("");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
