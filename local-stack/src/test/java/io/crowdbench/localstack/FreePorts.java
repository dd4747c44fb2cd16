package io.crowdbench.localstack;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Random;

/// Finds a place for a stack of a test's own.
public final class FreePorts {

  private FreePorts() {}

  public static StackSettings settings(Path data) throws IOException {
    var random = new Random();
    for (int attempt = 0; attempt < 50; attempt++) {
      // Below the range that the system hands out to outgoing connections.
      var settings = new StackSettings(data, random.nextInt(20_000, 30_000));
      try {
        TakenPorts.refuse(settings);
        return settings;
      } catch (StackFailed e) {
        continue;
      }
    }
    throw new IOException("no free ports");
  }

  /// One that is none of any stack's.
  public static int one() throws IOException {
    var random = new Random();
    for (int attempt = 0; attempt < 50; attempt++) {
      try (var socket = new ServerSocket(random.nextInt(30_100, 32_700))) {
        return socket.getLocalPort();
      } catch (BindException e) {
        continue;
      }
    }
    throw new IOException("no free port");
  }
}
