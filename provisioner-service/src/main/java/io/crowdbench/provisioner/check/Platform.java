package io.crowdbench.provisioner.check;

/// A kernel and a processor, named as `uname` does.
record Platform(String kernel, String processor) {

  /// The one this service runs on. The runtime for slaves is linked from its own, so they must be
  /// of the same kind.
  static Platform ours() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String osName, String osArch) {
    var kernel = osName.startsWith("Mac") ? "Darwin" : osName;
    var processor =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> kernel.equals("Darwin") ? "arm64" : "aarch64";
          default -> osArch;
        };
    return new Platform(kernel, processor);
  }

  boolean isLinux() {
    return kernel.equals("Linux");
  }

  @Override
  public String toString() {
    return kernel + " " + processor;
  }
}
