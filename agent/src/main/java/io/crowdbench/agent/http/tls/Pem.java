package io.crowdbench.agent.http.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Reads certificates and keys as people have them: Base64 between lines of dashes.
final class Pem {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern ANY_KEY = Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----");

  private Pem() {}

  /// @throws IllegalArgumentException when there is none, or one is broken
  static List<X509Certificate> certificates(String pem) {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
      var found =
          factory.generateCertificates(bytes).stream().map(X509Certificate.class::cast).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "Could not read a certificate from the PEM text: it has no BEGIN CERTIFICATE.");
      }
      return found;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "Could not read the certificates from the PEM text: %s.".formatted(e.getMessage()), e);
    }
  }

  /// @throws IllegalArgumentException when there is none of a form that is understood
  static PrivateKey key(String pem) {
    var key = KEY.matcher(pem);
    if (!key.find()) {
      var other = ANY_KEY.matcher(pem);
      throw new IllegalArgumentException(
          "Could not read the client certificate's private key: it is %s, not a PRIVATE KEY (PKCS #8). Convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out new.pem"
              .formatted(other.find() ? "an " + other.group(1) : "no PEM text of a key"));
    }
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1).strip()));
    for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // Only trying tells which kind it is.
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalArgumentException(
        "Could not read the client certificate's private key: it is neither RSA, EC nor EdDSA.");
  }
}
