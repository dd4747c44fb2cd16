package io.crowdbench.provisioner.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What people read when a host does not let us in.
final class SshSentences {

  private SshSentences() {}

  static String unreachable(Login login, Throwable cause) {
    return "Could not connect to %s: %s. Check the address and the port, that %s is switched on, and that a firewall lets SSH through."
        .formatted(login.address(), reason(cause), login.host());
  }

  static String unreachableThrough(Login login, Login jump) {
    return "Could not connect to %s through jump host %s: the jump host did not connect to it. Check the address as %s sees it, that an SSH server listens there, and that %s allows forwarding (AllowTcpForwarding in its sshd_config)."
        .formatted(login.address(), jump.address(), jump.host(), jump.host());
  }

  static String ofJump(String problem, Login login) {
    return problem + " It is the jump host on the way to " + login.address() + ".";
  }

  static String hostKeyChanged(Login login, String shown) {
    return "Did not log in to %s: its host key was %s and is %s now. Either the machine was set up anew or has another machine's address, or somebody stands in between and waits for the password. Compare the new one with what `ssh-keygen -lf` says of the machine's key at its own console; if they are the same, accept it: crowdbench slaves accept-key."
        .formatted(login.address(), login.hostKey(), shown);
  }

  static String refused(Login login) {
    return switch (login.credential()) {
      case Credential.Password _ ->
          "Could not log in to %s as %s: the server refused the password. Check the password in the slave's settings, or that %s allows password logins."
              .formatted(login.address(), login.user(), login.host());
      case Credential.PrivateKey _ ->
          "Could not log in to %s as %s: the server refused the private key. Check that its public half is in %s's authorized_keys on %s."
              .formatted(login.address(), login.user(), login.user(), login.host());
    };
  }

  static String unreadableKey(Login login) {
    return "Could not log in to %s as %s: the private key cannot be read. Give the slave a key in OpenSSH or PEM format, and the passphrase that it has."
        .formatted(login.address(), login.user());
  }

  /// The innermost cause that says something, in words that people know.
  static String reason(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      var known = known(each);
      if (known != null) {
        return known;
      }
    }
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static @Nullable String known(Throwable cause) {
    return switch (cause) {
      case UnresolvedAddressException _ -> "the name is not known";
      case UnknownHostException _ -> "the name is not known";
      case NoRouteToHostException _ -> "there is no route to it";
      case TimeoutException _ -> "it did not answer in time";
      case ConnectException e -> said(e, "it did not answer");
      case IOException e when said(e, "").contains("connection reset") ->
          "it closed the connection";
      default -> null;
    };
  }

  private static String said(Exception e, String otherwise) {
    var message = e.getMessage();
    return message == null ? otherwise : message.toLowerCase(Locale.ROOT);
  }
}
