package io.crowdbench.localstack;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.embedded.TargetSite;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything on this machine in one JVM: real PostgreSQL, real Kafka, the services and the UI, a
/// small site to load, and slaves that are reached over SSH like any other.
public final class LocalStack implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalStack.class);

  private final StackSettings settings;

  /// What was started, the last first.
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private LocalStack(StackSettings settings) {
    this.settings = settings;
  }

  /// Starts everything; when a part fails, those before it are stopped again.
  ///
  /// @throws StackFailed with a sentence for people
  public static LocalStack start(StackSettings settings, Progress progress) {
    var stack = new LocalStack(settings);
    try {
      stack.startParts(progress);
      return stack;
    } catch (StackFailed e) {
      stack.close();
      throw e;
    }
  }

  private void startParts(Progress progress) {
    part(() -> StackFile.take(settings));
    part(() -> endLeftBehind(settings));
    TakenPorts.refuse(settings);
    var database =
        CompletableFuture.supplyAsync(() ->
            part(() ->
                EmbeddedPostgres.start(settings.data().resolve("postgres"), settings.postgres())));
    var broker =
        part(() -> EmbeddedKafka.start(settings.data().resolve("kafka"), settings.kafka()));
    progress.up("Kafka (port " + settings.kafka() + ")");
    var postgres = joined(database);
    progress.up("PostgreSQL (port " + settings.postgres() + ")");
    part(() -> TargetSite.start(settings.site()));
    progress.up("target site (port " + settings.site() + ")");
    var services = new Services(settings, postgres, broker);
    part(() -> services);
    services.start(progress);
    part(() -> EmbeddedSlaves.start(settings));
    progress.up(
        "%d slaves (SSH ports %d to %d)"
            .formatted(
                EmbeddedSlaves.COUNT, settings.slave(1), settings.slave(EmbeddedSlaves.COUNT)));
  }

  /// Agents may run on: they find the new Kafka where the old one was, and the provisioner finds
  /// them.
  private static AutoCloseable endLeftBehind(StackSettings settings) throws IOException {
    LeftBehind.endPostgres(settings.data());
    return () -> {};
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StackFailed failed) {
        throw failed;
      }
      throw e;
    }
  }

  private <T extends AutoCloseable> T part(Callable<T> start) {
    try {
      var part = start.call();
      synchronized (parts) {
        parts.push(part);
      }
      return part;
    } catch (StackFailed e) {
      throw e;
    } catch (Exception e) {
      throw new StackFailed(String.valueOf(e.getMessage()), e);
    }
  }

  public StackSettings settings() {
    return settings;
  }

  /// Stops everything, the last started first: agents say goodbye while Kafka is still there to
  /// hear it.
  @Override
  public void close() {
    synchronized (parts) {
      while (!parts.isEmpty()) {
        var part = parts.pop();
        try {
          part.close();
        } catch (Exception e) {
          log.warn("Could not stop {} in order", part.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
