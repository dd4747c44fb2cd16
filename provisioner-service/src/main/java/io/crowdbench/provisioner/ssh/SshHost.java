package io.crowdbench.provisioner.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/// A host we are logged in to. For one thread at a time.
public final class SshHost implements AutoCloseable {

  private static final Duration OPEN = Duration.ofSeconds(20);

  private final ClientSession session;
  private final String address;
  private final @Nullable SshHost gate;

  /// @param gate the jump host that the session goes through, which is closed with it
  SshHost(ClientSession session, String address, @Nullable SshHost gate) {
    this.session = session;
    this.address = address;
    this.gate = gate;
  }

  /// The host as sentences name it.
  public String address() {
    return address;
  }

  /// Runs a script in a POSIX shell, whatever the login's own shell is, and waits for its end. The
  /// login's shell gets to see three words only: quotes and line ends mean other things to a csh or
  /// a fish, and what is in the script is in no list of processes.
  ///
  /// @throws IOException when the connection broke or the script took longer than it may
  public Output run(String script, Duration limit) throws IOException {
    try (var channel = session.createExecChannel("exec /bin/sh -s")) {
      var out = new ByteArrayOutputStream();
      channel.setIn(new ByteArrayInputStream(whole(script).getBytes(StandardCharsets.UTF_8)));
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

  /// As a function, which the shell reads to its end before it runs anything: its commands would
  /// read the rest of the script otherwise. Some hosts give an SSH session no PATH at all.
  private static String whole(String script) {
    return """
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH
    crowdbench() {
    %s
    }
    crowdbench < /dev/null
    exit $?
    """
        .formatted(script);
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

  /// Whether the host would let a port of its own lead to us.
  public boolean allowsForwarding() {
    try {
      // Nobody connects to it in the meantime.
      var theirs = new SshdSocketAddress(SshdSocketAddress.LOCALHOST_IPV4, 0);
      var ours = new SshdSocketAddress(SshdSocketAddress.LOCALHOST_IPV4, 9);
      session.stopRemotePortForwarding(session.startRemotePortForwarding(theirs, ours));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Has a port of our loopback address lead to a host behind this one, as long as the session
  /// lasts.
  ///
  /// @return our port
  int forwardFromUs(String host, int port) throws IOException {
    var ours = new SshdSocketAddress(SshdSocketAddress.LOCALHOST_IPV4, 0);
    return session.startLocalPortForwarding(ours, new SshdSocketAddress(host, port)).getPort();
  }

  /// False as soon as it is known that the connection has broken.
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void close() {
    session.close(true);
    if (gate != null) {
      gate.close();
    }
  }
}
