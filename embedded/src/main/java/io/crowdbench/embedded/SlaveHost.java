package io.crowdbench.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// An [EmbeddedSlave] as a process of its own, for a container: `SLAVE_USER`, `SLAVE_PASSWORD`,
/// `SLAVE_PORT` (2222), `SLAVE_HOME` (the process's home), `SLAVE_BIND` (every address).
public final class SlaveHost {

  private SlaveHost() {}

  static void main() throws IOException, InterruptedException {
    var settings = ProcessSettings.ofThisProcess();
    var slave =
        EmbeddedSlave.start(
            settings.text("SLAVE_BIND", "0.0.0.0"),
            Path.of(settings.text("SLAVE_HOME", System.getProperty("user.home", "."))),
            settings.port("SLAVE_PORT", 2222),
            settings.required("SLAVE_USER"),
            settings.required("SLAVE_PASSWORD"));
    System.out.println("SSH on port " + slave.port() + ", home " + slave.home());
    Thread.currentThread().join();
  }
}
