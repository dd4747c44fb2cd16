package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;
import io.crowdbench.provisioner.ssh.HostAddress;
import java.util.List;
import java.util.regex.Pattern;

/// The way into a machine as somebody gives it: a slave's own, or its jump host's.
///
/// @param what how sentences name it: "slave" or "jump host"
/// @param hostKey fingerprint it must show; empty to keep the first
record Door(String what, String host, int port, String user, Secret secret, String hostKey) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9._:%-]*");
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  /// @param secretKnown whether there is a secret already, which holds where none is given
  void check(boolean secretKnown, Fields path, List<Problem> problems) {
    if (host.isEmpty()) {
      problems.add(
          path.problem(
              "The %s has no host. Give the address it is reached at over SSH.".formatted(what),
              "host"));
    } else if (!HOST.matcher(host).matches()) {
      problems.add(path.problem("\"" + host + "\" is no host name or address.", "host"));
    }
    if (port < 1 || port > 65_535) {
      problems.add(
          path.problem(
              "The port is " + port + ". A port is between 1 and 65535; SSH's own is 22.", "port"));
    }
    if (user.isEmpty()) {
      problems.add(
          path.problem("The %s has no user. Give the name to log in as.".formatted(what), "user"));
    }
    secret.check(secretKnown, path, problems);
    if (!hostKey.isEmpty() && !FINGERPRINT.matcher(hostKey).matches()) {
      problems.add(
          path.problem(
              "\"%s\" is no fingerprint of a host key. Give one as `ssh-keygen -lf` writes it: SHA256: and 43 characters."
                  .formatted(hostKey),
              "hostKey"));
    }
  }

  boolean leadsTo(SshAccess access) {
    return host.equals(access.host()) && port == access.port();
  }

  @Override
  public String toString() {
    return user + "@" + HostAddress.of(host, port);
  }
}
