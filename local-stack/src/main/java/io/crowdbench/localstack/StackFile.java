package io.crowdbench.localstack;

import io.crowdbench.kit.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The mark of a running stack in its data folder: a file with its process and port, and a lock
/// that the operating system takes back whatever way the process ends.
public final class StackFile implements AutoCloseable {

  private final FileChannel channel;

  private StackFile(FileChannel channel) {
    this.channel = channel;
  }

  /// A stack that runs.
  public record Running(long pid, int port) {}

  static StackFile take(StackSettings settings) {
    try {
      PrivateFolder.make(settings.data());
      var channel =
          FileChannel.open(
              lockFile(settings.data()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new StackFailed(
            "Could not start a stack in %s: one is running there already. See `crowdbench status`."
                .formatted(settings.data()));
      }
      var properties = new Properties();
      properties.setProperty("pid", String.valueOf(ProcessHandle.current().pid()));
      properties.setProperty("port", String.valueOf(settings.port()));
      try (var writer = Files.newBufferedWriter(settings.data().resolve("stack.properties"))) {
        properties.store(writer, "The stack that runs, or ran last, in this folder");
      }
      return new StackFile(channel);
    } catch (IOException e) {
      throw new StackFailed(
          "Could not use the folder %s: %s. Choose another with --data."
              .formatted(settings.data(), e.getMessage()),
          e);
    }
  }

  /// The stack that runs in that folder, if one does.
  public static Optional<Running> running(Path data) {
    return locked(data) ? last(data) : Optional.empty();
  }

  /// The stack that runs or ran last in that folder.
  static Optional<Running> last(Path data) {
    var file = data.resolve("stack.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(
        new Running(
            Long.parseLong(properties.getProperty("pid", "0")),
            Integer.parseInt(properties.getProperty("port", "0"))));
  }

  private static boolean locked(Path data) {
    if (!Files.exists(lockFile(data))) {
      return false;
    }
    try (var channel = FileChannel.open(lockFile(data), StandardOpenOption.WRITE)) {
      return !obtained(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // It is this very JVM that holds it.
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean obtained(@Nullable FileLock lock) throws IOException {
    if (lock == null) {
      return false;
    }
    lock.release();
    return true;
  }

  private static Path lockFile(Path data) {
    return data.resolve("stack.lock");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
