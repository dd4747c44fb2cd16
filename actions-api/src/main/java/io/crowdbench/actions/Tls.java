package io.crowdbench.actions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a user's connections to `https` and `wss` addresses are secured: see [User#tls(Tls)].
/// Immutable; two with the same content are equal.
///
/// ```java
/// user.tls(Tls.standard().trusting(getClass().getResourceAsStream("/our-ca.pem")));
/// ```
///
/// Certificates and keys are PEM texts, such as files among a jar's resources.
public final class Tls {

  private static final Tls STANDARD = new Tls(List.of(), null, null, true, true);

  private final List<String> trusted;
  private final @Nullable String certificate;
  private final @Nullable String key;
  private final boolean verified;
  private final boolean http2;

  private Tls(
      List<String> trusted,
      @Nullable String certificate,
      @Nullable String key,
      boolean verified,
      boolean http2) {
    this.trusted = trusted;
    this.certificate = certificate;
    this.key = key;
    this.verified = verified;
    this.http2 = http2;
  }

  /// What a user has unless told otherwise: the server must have a certificate for its name that a
  /// CA known to the Java platform has issued; the client shows none.
  public static Tls standard() {
    return STANDARD;
  }

  /// Also trusts these CAs, or self-signed certificates.
  ///
  /// @param pem one or more certificates; read to the end and closed
  /// @throws IllegalArgumentException when there is no such resource
  public Tls trusting(@Nullable InputStream pem) {
    var more = Stream.concat(trusted.stream(), Stream.of(text(pem, "certificates to trust")));
    return new Tls(more.toList(), certificate, key, verified, http2);
  }

  /// Shows a client certificate to servers that ask for one.
  ///
  /// @param pemChain the certificate, followed by those between it and its CA; read and closed
  /// @param pemKey its private key in PKCS #8 (`BEGIN PRIVATE KEY`), not encrypted; read and closed
  /// @throws IllegalArgumentException when there is no such resource
  public Tls withCertificate(@Nullable InputStream pemChain, @Nullable InputStream pemKey) {
    return new Tls(
        trusted,
        text(pemChain, "client certificate"),
        text(pemKey, "private key"),
        verified,
        http2);
  }

  /// Verifies nothing: takes any certificate, of any age, for any name. For test sites only.
  public Tls unverified() {
    return new Tls(trusted, certificate, key, false, http2);
  }

  /// Speaks HTTP/1.1 also with servers that offer HTTP/2.
  public Tls withoutHttp2() {
    return new Tls(trusted, certificate, key, verified, false);
  }

  /// The PEM texts of what is trusted beside the platform's CAs.
  public List<String> trusted() {
    return trusted;
  }

  /// The client certificate's PEM text.
  public Optional<String> certificate() {
    return Optional.ofNullable(certificate);
  }

  /// The PEM text of the client certificate's private key.
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /// False if anything goes.
  public boolean isVerified() {
    return verified;
  }

  /// True if HTTP/2 is spoken with servers that offer it.
  public boolean hasHttp2() {
    return http2;
  }

  private static String text(@Nullable InputStream pem, String what) {
    if (pem == null) {
      throw new IllegalArgumentException(
          "Could not read the PEM of the "
              + what
              + ": there is no such resource. Put it into a jar that is"
              + " uploaded, and name it from the jar's root: getResourceAsStream(\"/our-ca.pem\").");
    }
    try (pem) {
      return new String(pem.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the PEM of the " + what, e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tls that
        && trusted.equals(that.trusted)
        && Objects.equals(certificate, that.certificate)
        && Objects.equals(key, that.key)
        && verified == that.verified
        && http2 == that.http2;
  }

  @Override
  public int hashCode() {
    return Objects.hash(trusted, certificate, key, verified, http2);
  }

  /// In words, without the key.
  @Override
  public String toString() {
    return "TLS %s, %d more trusted, %s client certificate"
        .formatted(
            verified ? "verified" : "not verified",
            trusted.size(),
            certificate == null ? "no" : "with a");
  }
}
