package io.crowdbench.provisioner.ssh;

/// A host and a port in one word.
public final class HostAddress {

  private HostAddress() {}

  /// As in `lab-3:22` or `[fe80::1]:22`.
  public static String of(String host, int port) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
