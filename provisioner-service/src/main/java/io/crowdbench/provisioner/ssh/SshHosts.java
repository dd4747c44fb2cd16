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

  private static final Duration LOG_IN = Duration.ofSeconds(20);

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
    var check = new HostKeyCheck(login.hostKey());
    ClientSession session;
    try {
      session =
          client
              .connect(login.user(), login.host(), login.port(), check.asContext())
              .verify(patience.connect())
              .getSession();
    } catch (IOException | RuntimeException e) {
      return new Attempt.Failed(SshSentences.unreachable(login, e));
    }
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(session, patience.keepAlive());
    var attempt = logIn(login, session, check);
    if (attempt instanceof Attempt.Failed) {
      session.close(true);
    }
    return attempt;
  }

  private static Attempt logIn(Login login, ClientSession session, HostKeyCheck check) {
    switch (login.credential()) {
      case Credential.Password(var text) -> session.addPasswordIdentity(text);
      case Credential.PrivateKey(var text) -> {
        var key = PrivateKeys.read(text);
        if (key.isEmpty()) {
          return new Attempt.Failed(SshSentences.unreadableKey(login));
        }
        session.addPublicKeyIdentity(key.get());
      }
    }
    try {
      session.auth().verify(LOG_IN);
    } catch (IOException e) {
      if (check.refused()) {
        return new Attempt.Failed(SshSentences.hostKeyChanged(login, check.shown()));
      }
      return new Attempt.Failed(
          check.shown() == null || (!session.isOpen() && !isRefusal(e))
              ? SshSentences.unreachable(login, e)
              : SshSentences.refused(login));
    }
    var shown = check.shown();
    return new Attempt.Connected(new SshHost(session, login.address()), shown == null ? "" : shown);
  }

  private static boolean isRefusal(IOException e) {
    var message = e.getMessage();
    return message != null && message.contains("authentication");
  }
}
