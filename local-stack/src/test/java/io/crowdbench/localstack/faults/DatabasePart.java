package io.crowdbench.localstack.faults;

import static org.awaitility.Awaitility.await;

import io.crowdbench.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, which is a program of its own and not one of Java's.
final class DatabasePart implements Part {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  DatabasePart(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  EmbeddedPostgres server() {
    return Objects.requireNonNull(server);
  }

  /// After a kill it may refuse once or twice, until the last of its old processes has gone.
  @Override
  public void start() {
    await("PostgreSQL")
        .atMost(TIMEOUT)
        .ignoreExceptionsInstanceOf(IOException.class)
        .ignoreExceptionsInstanceOf(IllegalStateException.class)
        .until(() -> {
          letGo();
          server = EmbeddedPostgres.start(folder, port);
          return true;
        });
  }

  /// The one that was killed still holds a lock on its folder, in this JVM.
  private void letGo() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public boolean isAlive() {
    return !processes().isEmpty();
  }

  @Override
  public void kill() {
    Signals.kill(processes());
  }

  @Override
  public void pause() {
    Signals.pause(processes());
  }

  @Override
  public void resume() {
    Signals.resume(processes());
  }

  private List<ProcessHandle> processes() {
    var file = folder.resolve("data").resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
          .map(Signals::family)
          .orElse(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
