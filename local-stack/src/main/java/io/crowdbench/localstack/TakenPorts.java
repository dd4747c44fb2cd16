package io.crowdbench.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/// Looks for taken ports before anything is started, so that all of them are named at once.
final class TakenPorts {

  private TakenPorts() {}

  /// @throws StackFailed naming each port that is taken
  static void refuse(StackSettings settings) {
    var taken =
        settings.ports().entrySet().stream()
            .filter(entry -> taken(entry.getValue()))
            .map(Map.Entry::getValue)
            .map(String::valueOf)
            .toList();
    if (!taken.isEmpty()) {
      throw new StackFailed(
          "Could not start on port %d: %s %s taken by another program. Stop it, or choose another port with --port."
              .formatted(
                  settings.port(), String.join(", ", taken), taken.size() == 1 ? "is" : "are"));
    }
  }

  private static boolean taken(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
