package io.crowdbench.provisioner.deploy;

import io.crowdbench.provisioner.ProvisionerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The Java runtime for slaves as a packed file, made once and kept.
@Component
class RuntimeArchive {

  private static final Logger log = LoggerFactory.getLogger(RuntimeArchive.class);

  private final Path folder;
  private @Nullable CompletableFuture<ContentFile> made;

  RuntimeArchive(ProvisionerSettings settings) {
    this.folder = settings.data().toAbsolutePath().resolve("runtime");
  }

  /// Begins as soon as the service is up, so that the first deployment finds it made.
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var _ = making();
  }

  /// The packed runtime; waits while it is being made.
  ContentFile get() throws IOException {
    try {
      return making().join();
    } catch (CompletionException e) {
      throw new IOException(
          "the runtime for slaves could not be made: "
              + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    }
  }

  private synchronized CompletableFuture<ContentFile> making() {
    if (made == null || made.isCompletedExceptionally()) {
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      made = new CompletableFuture<ContentFile>().completeAsync(this::keptOrMade, threads);
      threads.shutdown();
    }
    return made;
  }

  private ContentFile keptOrMade() {
    try {
      var kept = folder.resolve("kept.txt");
      if (Files.exists(kept)) {
        var lines = Files.readAllLines(kept);
        var file = lines.size() == 2 ? folder.resolve(lines.get(1)) : folder;
        if (lines.getFirst().equals(RuntimeRecipe.description()) && Files.isRegularFile(file)) {
          return ContentFile.of(file);
        }
      }
      return make(kept);
    } catch (IOException e) {
      log.warn("Could not make the runtime for slaves: {}", e.getMessage());
      throw new CompletionException(e);
    }
  }

  private ContentFile make(Path kept) throws IOException {
    var began = System.nanoTime();
    Files.createDirectories(folder);
    var work = Files.createTempDirectory(folder, "making");
    try {
      RuntimeRecipe.link(work.resolve("runtime"));
      var packed = work.resolve("runtime.tar.gz");
      pack(work.resolve("runtime"), packed);
      var name = "runtime-" + ContentFile.of(packed).shortHash() + ".tar.gz";
      var file = folder.resolve(name);
      Files.move(packed, file, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(kept, RuntimeRecipe.description() + "\n" + name + "\n");
      log.info(
          "Made the runtime for slaves: {}, {} MB, in {} ms",
          name,
          Files.size(file) >> 20,
          (System.nanoTime() - began) / 1_000_000);
      return ContentFile.of(file);
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  private static void pack(Path runtime, Path packed) throws IOException {
    var tar =
        new ProcessBuilder("tar", "czf", packed.toString(), "-C", runtime.toString(), ".")
            .redirectErrorStream(true)
            .start();
    try (var output = tar.inputReader()) {
      var said = output.readAllAsString();
      if (tar.waitFor() != 0) {
        throw new IOException("tar said: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the service is being stopped", e);
    }
  }
}
