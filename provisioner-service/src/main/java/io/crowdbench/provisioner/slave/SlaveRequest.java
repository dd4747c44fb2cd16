package io.crowdbench.provisioner.slave;

import static io.crowdbench.provisioner.slave.Texts.stripped;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slave as JSON brings it, where anything may be missing.
///
/// @param port 22 when left out
/// @param folder `.crowdbench` below the login's home when left out
record SlaveRequest(
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
    @Nullable JumpRequest jump) {

  Registration registration() {
    return new Registration(
        stripped(name),
        new Door(
            "slave",
            Texts.host(host),
            port == null ? 22 : port,
            stripped(user),
            Texts.secret(password, privateKey, passphrase),
            stripped(hostKey)),
        Texts.folder(folder),
        Texts.labels(labels),
        jump == null ? null : jump.door());
  }

  @Override
  public String toString() {
    return "SlaveRequest[" + name + ", " + host + ":" + port + "]";
  }
}
