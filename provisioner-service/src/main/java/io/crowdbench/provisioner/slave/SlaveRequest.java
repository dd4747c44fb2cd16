package io.crowdbench.provisioner.slave;

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
    @Nullable String folder) {

  Registration registration() {
    return new Registration(
        stripped(name),
        stripped(host),
        port == null ? 22 : port,
        stripped(user),
        password == null ? "" : password,
        stripped(privateKey),
        stripped(folder).isEmpty() ? ".crowdbench" : stripped(folder).replaceAll("(?<=.)/+$", ""));
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  @Override
  public String toString() {
    return "SlaveRequest[" + name + ", " + host + ":" + port + "]";
  }
}
