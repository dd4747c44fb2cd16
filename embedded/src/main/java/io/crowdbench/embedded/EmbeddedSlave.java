package io.crowdbench.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/// A host that is reached over SSH like any other: commands run in a shell, files come by SFTP, and
/// what was started in the background lives on when the connection or this JVM dies.
///
/// It is no jail: commands and SFTP see the paths of the machine it is on.
public final class EmbeddedSlave implements AutoCloseable {

  private final SshServer server;
  private final Path home;

  private EmbeddedSlave(SshServer server, Path home) {
    this.server = server;
    this.home = home;
  }

  /// Starts one on the loopback address.
  ///
  /// @param home where the login's commands start and relative paths begin; made when missing. Its
  ///   host key is kept in a file beside it. Keys in `.ssh/authorized_keys` may log in too.
  /// @param port where it listens; 0 for any free port
  public static EmbeddedSlave start(Path home, int port, String user, String password)
      throws IOException {
    return start("127.0.0.1", home, port, user, password);
  }

  /// Starts one that is not as most are.
  public static EmbeddedSlave start(
      Path home, int port, String user, String password, HostHabits habits) throws IOException {
    return start("127.0.0.1", home, port, user, password, habits);
  }

  static EmbeddedSlave start(String bindAddress, Path home, int port, String user, String password)
      throws IOException {
    return start(bindAddress, home, port, user, password, HostHabits.USUAL);
  }

  private static EmbeddedSlave start(
      String bindAddress, Path home, int port, String user, String password, HostHabits habits)
      throws IOException {
    var folder = home.toAbsolutePath().normalize();
    Files.createDirectories(folder);
    var server = SshServer.setUpDefaultServer();
    server.setHost(bindAddress);
    server.setPort(port);
    server.setKeyPairProvider(hostKey(folder));
    server.setPasswordAuthenticator(
        (name, given, _) -> name.equals(user) && given.equals(password));
    var keys = new AuthorizedKeysAuthenticator(folder.resolve(".ssh").resolve("authorized_keys"));
    server.setPublickeyAuthenticator(
        (name, key, session) -> name.equals(user) && keys.authenticate(name, key, session));
    server.setCommandFactory(
        (_, command) -> new ShellCommand(habits.shell(), habits.said(command), folder, user));
    server.setSubsystemFactories(List.of(new HomeSftp(folder)));
    server.setForwardingFilter(
        habits.forwards()
            ? AcceptAllForwardingFilter.INSTANCE
            : RejectAllForwardingFilter.INSTANCE);
    try {
      server.start();
    } catch (IOException e) {
      throw new IOException(
          "Could not start an SSH server on %s:%d: %s. Stop what listens there, or choose another port."
              .formatted(bindAddress, port, e.getMessage()),
          e);
    }
    return new EmbeddedSlave(server, folder);
  }

  public int port() {
    return server.getPort();
  }

  public Path home() {
    return home;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private static KeyPairProvider hostKey(Path home) {
    var provider =
        new SimpleGeneratorHostKeyProvider(home.resolveSibling(home.getFileName() + ".hostkey"));
    provider.setAlgorithm("EC");
    provider.setKeySize(256);
    return provider;
  }
}
