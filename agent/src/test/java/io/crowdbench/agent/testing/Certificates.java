package io.crowdbench.agent.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// A CA made for a test with the JDK's keytool, and what it has issued.
public final class Certificates {

  private static final String PASSWORD = "secret";

  private final Path file;

  /// @param folder an empty one
  public Certificates(Path folder) throws IOException, InterruptedException {
    this.file = folder.resolve("certificates.p12");
    keytool("-genkeypair", "ca", "CN=Test CA", "-ext", "bc:c", "-validity", "30");
  }

  /// Issues a certificate.
  ///
  /// @param more such as `-ext san=dns:example.org` or `-startdate -30d`
  public void issue(String alias, String... more) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("-signer", "ca", "-signerkeypass", PASSWORD));
    all.addAll(Arrays.asList(more));
    keytool("-genkeypair", alias, "CN=" + alias, all.toArray(String[]::new));
  }

  private void keytool(String command, String alias, String name, String... more)
      throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(command, "-alias", alias, "-dname", name, "-keyalg", "EC"));
    line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
    line.add(file.toString());
    line.addAll(Arrays.asList(more));
    var said = Files.createTempFile(file.getParent(), "keytool", ".txt");
    var process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException("keytool said: " + Files.readString(said));
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  /// A certificate as PEM.
  public InputStream certificate(String alias) throws IOException, GeneralSecurityException {
    return pem("CERTIFICATE", store().getCertificate(alias).getEncoded());
  }

  /// A private key as PEM.
  public InputStream key(String alias) throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", store().getKey(alias, PASSWORD.toCharArray()).getEncoded());
  }

  private static InputStream pem(String what, byte[] content) {
    var lines = Base64.getMimeEncoder().encodeToString(content);
    var text = "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, lines);
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// A context of a server that shows that certificate and trusts the CA.
  public SSLContext context(String alias) throws IOException, GeneralSecurityException {
    var all = store();
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    var authority = KeyStore.getInstance("PKCS12");
    authority.load(null, null);
    authority.setCertificateEntry("ca", all.getCertificate("ca"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authority);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /// Listens with that certificate on any port.
  public SSLServerSocket listen(String alias) throws IOException, GeneralSecurityException {
    return (SSLServerSocket)
        context(alias)
            .getServerSocketFactory()
            .createServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
  }
}
