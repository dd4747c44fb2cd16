package io.crowdbench.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which process has a TCP port, by what Linux tells of its processes (proc(5)).
final class PortOwner {

  private PortOwner() {}

  /// Whether one of the processes has a socket with that local port.
  static boolean isOneOf(Stream<ProcessHandle> processes, int port) {
    return inode(port)
        .filter(
            inode -> processes.anyMatch(process -> has(process.pid(), "socket:[" + inode + "]")))
        .isPresent();
  }

  /// The number under which the kernel knows the socket of a connection with that local port.
  private static Optional<String> inode(int port) {
    var local = ":%04X".formatted(port);
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)).stream())
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > 9 && fields[1].endsWith(local))
        .map(fields -> fields[9])
        .filter(inode -> !inode.equals("0"))
        .findFirst();
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(long pid, String socket) {
    try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.anyMatch(file -> isLinkTo(file, socket));
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }

  private static boolean isLinkTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      // It was closed meanwhile.
      return false;
    }
  }
}
