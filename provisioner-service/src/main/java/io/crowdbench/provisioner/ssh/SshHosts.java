package io.crowdbench.provisioner.ssh;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.springframework.stereotype.Component;

/// Opens connections to hosts. One client serves all of them, from any thread.
@Component
public class SshHosts {

  private final SshClient client;

  SshHosts() {
    client = SshClient.setUpDefaultClient();
    // What lies in the service's own ~/.ssh must not decide who gets in where.
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServerKeyVerifier(HostKeyCheck.verifier());
    client.setForwardingFilter(new ForwardedOnly());
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
    client.start();
  }

  @PreDestroy
  void stop() {
    client.stop();
  }

  /// Connects and logs in. A host whose key is not the one wanted never gets to see the credential.
  public Attempt connect(Login login, Patience patience) {
    return switch (reach(login, patience)) {
      case Reach.In in -> new Attempt.Connected(in.host(), in.hostKey());
      case Reach.Stopped stopped -> new Attempt.Failed(stopped.problem());
    };
  }

  /// The same, with all that is known of how far it came.
  public Reach reach(Login login, Patience patience) {
    var jump = login.jump();
    if (jump == null) {
      return directly(login, patience);
    }
    return switch (directly(jump, patience)) {
      case Reach.In in -> through(in, login, jump, patience);
      case Reach.Stopped stopped ->
          new Reach.Stopped(
              stopped.by(),
              true,
              SshSentences.ofJump(stopped.problem(), login),
              stopped.shown(),
              stopped.connectMillis(),
              stopped.loginMillis());
    };
  }

  private Reach directly(Login login, Patience patience) {
    var began = System.nanoTime();
    var check = new HostKeyCheck(login.hostKey());
    ClientSession session;
    try {
      session = session(login, login.host(), login.port(), check, patience);
    } catch (IOException | RuntimeException e) {
      return new Reach.Stopped(
          Reach.By.NETWORK, false, SshSentences.unreachable(login, e), null, since(began), 0);
    }
    return LogIn.into(session, login, check, null, since(began));
  }

  /// By way of a port of our loopback address that the jump host connects to the host behind it.
  private Reach through(Reach.In gate, Login login, Login jump, Patience patience) {
    var began = System.nanoTime();
    var check = new HostKeyCheck(login.hostKey());
    ClientSession session;
    try {
      int port = gate.host().forwardFromUs(login.host(), login.port());
      session = session(login, "127.0.0.1", port, check, patience);
    } catch (IOException | RuntimeException e) {
      gate.host().close();
      return new Reach.Stopped(
          Reach.By.NETWORK,
          false,
          SshSentences.unreachableThrough(login, jump),
          null,
          since(began),
          0);
    }
    return switch (LogIn.into(session, login, check, gate.host(), since(began))) {
      case Reach.In in ->
          new Reach.In(
              in.host(), in.hostKey(), gate.hostKey(), in.connectMillis(), in.loginMillis());
      case Reach.Stopped stopped -> {
        gate.host().close();
        yield stopped;
      }
    };
  }

  private ClientSession session(
      Login login, String host, int port, HostKeyCheck check, Patience patience)
      throws IOException {
    var session =
        client
            .connect(login.user(), host, port, check.asContext())
            .verify(patience.connect())
            .getSession();
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(session, patience.keepAlive());
    return session;
  }

  static long since(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
