package io.crowdbench.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file system of its own in memory, so that it can be full while no other is. Only root can make
/// one.
final class SmallDisk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmallDisk.class);

  private static final int MEGABYTES = 512;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static boolean isPossible() {
    return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/bin/mount"));
  }

  /// @param folder where it is to be; made if it is not there
  static SmallDisk at(Path folder) throws IOException {
    Files.createDirectories(folder);
    execute(
        List.of(
            "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString()));
    return new SmallDisk(folder);
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
    execute(List.of("umount", folder.toString()));
  }

  private static void execute(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
