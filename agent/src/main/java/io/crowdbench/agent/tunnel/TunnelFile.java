package io.crowdbench.agent.tunnel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Properties;

/// Where the tunnel begins at present: provisioner-service writes it anew each time it has opened
/// one.
///
/// @param path `tunnel.properties` in Crowdbench's folder: `port`, on the loopback address, and
///   `token`, which only the slave's login can read
record TunnelFile(Path path) {

  private static final FileTime NEVER = FileTime.fromMillis(0);

  /// @param port on the loopback address of this slave
  /// @param token shows that a connection comes from the slave's own login
  record Entrance(int port, String token) {

    @Override
    public String toString() {
      return "Entrance[" + port + "]";
    }
  }

  /// @throws IOException if there is none, or it can't be understood
  Entrance read() throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    }
    try {
      return new Entrance(
          Integer.parseInt(properties.getProperty("port", "")),
          properties.getProperty("token", ""));
    } catch (NumberFormatException e) {
      throw new IOException(path + " names no port", e);
    }
  }

  /// Changes with each new tunnel.
  FileTime written() {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return NEVER;
    }
  }
}
