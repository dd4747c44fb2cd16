package io.crowdbench.provisioner.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClientFactory;

/// A host we are logged in to. For one thread at a time.
public final class SshHost implements AutoCloseable {

  private static final Duration OPEN = Duration.ofSeconds(20);

  private final ClientSession session;
  private final String address;

  SshHost(ClientSession session, String address) {
    this.session = session;
    this.address = address;
  }

  /// The host as sentences name it.
  public String address() {
    return address;
  }

  /// Runs a script in a POSIX shell, whatever the login's own shell is, and waits for its end.
  ///
  /// @throws IOException when the connection broke or the script took longer than it may
  public Output run(String script, Duration limit) throws IOException {
    // Some hosts give an SSH session no PATH at all.
    var path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH\n";
    var command = "/bin/sh -c " + Shell.quote(path + script);
    try (var channel = session.createExecChannel(command)) {
      var out = new ByteArrayOutputStream();
      channel.setOut(out);
      channel.setRedirectErrorStream(true);
      channel.open().verify(OPEN);
      var events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit);
      var exitCode = channel.getExitStatus();
      if (events.contains(ClientChannelEvent.TIMEOUT)) {
        throw new IOException("a command took longer than " + limit.toSeconds() + " s");
      }
      if (exitCode == null) {
        throw new IOException("the connection was lost");
      }
      return new Output(exitCode, out.toString(StandardCharsets.UTF_8));
    }
  }

  /// Opens the host's files. Whoever gets this closes it.
  public RemoteFiles files() throws IOException {
    return new RemoteFiles(SftpClientFactory.instance().createSftpClient(session));
  }

  /// Has a port of the host's loopback address lead to one of ours, as long as the session lasts.
  ///
  /// @return the host's port, which it chooses
  /// @throws IOException when the host does not allow it
  public int forwardToUs(int port) throws IOException {
    var ours = new SshdSocketAddress(SshdSocketAddress.LOCALHOST_IPV4, port);
    var theirs = new SshdSocketAddress(SshdSocketAddress.LOCALHOST_IPV4, 0);
    return session.startRemotePortForwarding(theirs, ours).getPort();
  }

  /// False as soon as it is known that the connection has broken.
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void close() {
    session.close(true);
  }
}
