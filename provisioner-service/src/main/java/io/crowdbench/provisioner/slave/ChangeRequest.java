package io.crowdbench.provisioner.slave;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be different about a slave, as JSON brings it; what is missing stays as it is.
///
/// @param hostKey fingerprint that holds from now on; empty to keep that of the next connection
/// @param noJump true to go there directly from now on
record ChangeRequest(
    @Nullable String name,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String folder,
    @Nullable String hostKey,
    @Nullable List<String> labels,
    @Nullable JumpRequest jump,
    @Nullable Boolean noJump) {

  /// The slave as it would be, without the secrets that stay.
  Registration applied(Slave slave) {
    var ssh = slave.ssh();
    var whole =
        new SlaveRequest(
            requireNonNullElse(name, slave.name()),
            requireNonNullElse(host, ssh.host()),
            requireNonNullElse(port, ssh.port()),
            requireNonNullElse(user, ssh.login()),
            password,
            privateKey,
            passphrase,
            requireNonNullElse(folder, slave.folder()),
            null,
            requireNonNullElse(labels, slave.labels()),
            jump);
    var registration = whole.registration();
    return new Registration(
        registration.name(),
        withHostKey(registration.door(), ssh),
        registration.folder(),
        registration.labels(),
        jump(registration, slave.jump()));
  }

  /// Another address is another machine: the key of the old one says nothing about it.
  private Door withHostKey(Door door, SshAccess known) {
    var key =
        hostKey != null
            ? hostKey.strip()
            : door.leadsTo(known) ? requireNonNullElse(known.hostKey(), "") : "";
    return new Door(door.what(), door.host(), door.port(), door.user(), door.secret(), key);
  }

  private @Nullable Door jump(Registration registration, @Nullable SshAccess known) {
    if (Boolean.TRUE.equals(noJump)) {
      return null;
    }
    var given = registration.jump();
    if (known == null) {
      return given;
    }
    var kept = requireNonNullElse(known.hostKey(), "");
    if (given == null) {
      return new Door("jump host", known.host(), known.port(), known.login(), Secret.NONE, kept);
    }
    var key = given.hostKey().isEmpty() && given.leadsTo(known) ? kept : given.hostKey();
    return new Door(given.what(), given.host(), given.port(), given.user(), given.secret(), key);
  }

  @Override
  public String toString() {
    return "ChangeRequest[" + name + ", " + host + ":" + port + "]";
  }
}
