package io.crowdbench.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file system of its own in memory, so that it can be full while no other is. Only root can make
/// one, and not in every container.
final class SmallDisk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmallDisk.class);

  private static final int MEGABYTES = 512;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /// @param folder where it is to be; made if it is not there
  /// @return empty if this user or this machine may not make one
  static Optional<SmallDisk> tryAt(Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      execute("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString());
      return Optional.of(new SmallDisk(folder));
    } catch (IOException e) {
      log.info("No disk of its own for {}: {}", folder, e.getMessage());
      return Optional.empty();
    }
  }

  /// To its last byte.
  void fill() {
    var zeros = new byte[4096];
    long written = 0;
    try (var file = Files.newOutputStream(filler())) {
      while (true) {
        file.write(zeros);
        written += zeros.length;
      }
    } catch (IOException e) {
      // That it ends so is what was wanted.
      log.info("{} is full after {} more bytes: {}", folder, written, e.getMessage());
    }
  }

  void makeRoom() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    execute("umount", folder.toString());
  }

  private static void execute(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
