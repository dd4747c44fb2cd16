package io.crowdbench.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that outlived a killed JVM.
///
/// It is stopped rather than adopted: the next start may want another port or other settings, and a
/// stop with recovery costs a second.
final class Leftover {

  private static final Logger log = LoggerFactory.getLogger(Leftover.class);

  private Leftover() {}

  /// Stops the server that `postmaster.pid` names, if it still runs and is the one of this folder.
  static void stop(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return;
    }
    var found = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    if (found.isEmpty() || !isServerOf(found.get(), data)) {
      return;
    }
    log.info("PostgreSQL in {} still runs after its JVM died; stopping it first", data);
    var server = found.get();
    server.destroy();
    if (!ends(server)) {
      // Its children notice and end too; the write-ahead log makes the data whole again.
      server.destroyForcibly();
      ends(server);
    }
  }

  /// Process ids are used again: a stranger may have the number now.
  private static boolean isServerOf(ProcessHandle process, Path data) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains("postgres") && line.contains(data.toString()))
        .orElse(false);
  }

  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
