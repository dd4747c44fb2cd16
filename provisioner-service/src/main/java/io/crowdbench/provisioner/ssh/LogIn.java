package io.crowdbench.provisioner.ssh;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// The second half of the way into a host: keys are exchanged, and we prove who we are.
final class LogIn {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private LogIn() {}

  /// Closes the session unless we are in.
  ///
  /// @param gate the jump host that the session goes through
  static Reach into(
      ClientSession session,
      Login login,
      HostKeyCheck check,
      @Nullable SshHost gate,
      long connectMillis) {
    var began = System.nanoTime();
    var stopped = prove(session, login, check, gate != null);
    var millis = SshHosts.since(began);
    var shown = check.shown();
    if (stopped != null) {
      session.close(true);
      return new Reach.Stopped(
          stopped.by(), false, stopped.problem(), shown, connectMillis, millis);
    }
    return new Reach.In(
        new SshHost(session, login.address(), gate),
        shown == null ? "" : shown,
        null,
        connectMillis,
        millis);
  }

  private record Obstacle(Reach.By by, String problem) {}

  private static @Nullable Obstacle prove(
      ClientSession session, Login login, HostKeyCheck check, boolean throughJump) {
    switch (login.credential()) {
      case Credential.Password(var text) -> session.addPasswordIdentity(text);
      case Credential.PrivateKey(var text, var passphrase) -> {
        var key = PrivateKeys.read(text, passphrase);
        if (key.isEmpty()) {
          return new Obstacle(Reach.By.LOGIN, SshSentences.unreadableKey(login));
        }
        session.addPublicKeyIdentity(key.get());
      }
    }
    try {
      session.auth().verify(LIMIT);
      return null;
    } catch (IOException e) {
      return obstacle(session, login, check, e, throughJump);
    }
  }

  private static Obstacle obstacle(
      ClientSession session, Login login, HostKeyCheck check, IOException e, boolean throughJump) {
    var shown = check.shown();
    if (check.refused() && shown != null) {
      return new Obstacle(Reach.By.HOST_KEY, SshSentences.hostKeyChanged(login, shown));
    }
    if (shown != null && (session.isOpen() || isRefusal(e))) {
      return new Obstacle(Reach.By.LOGIN, SshSentences.refused(login));
    }
    var jump = login.jump();
    return new Obstacle(
        Reach.By.NETWORK,
        throughJump && jump != null && shown == null
            ? SshSentences.unreachableThrough(login, jump)
            : SshSentences.unreachable(login, e));
  }

  private static boolean isRefusal(IOException e) {
    var message = e.getMessage();
    return message != null && message.contains("authentication");
  }
}
