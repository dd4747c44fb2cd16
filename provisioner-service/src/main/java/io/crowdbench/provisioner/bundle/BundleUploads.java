package io.crowdbench.provisioner.bundle;

import io.crowdbench.bundles.BundleBuilder;
import io.crowdbench.bundles.NamedFile;
import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.provisioner.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Takes an upload: builds the bundle, keeps it, tells it.
@Component
class BundleUploads {

  /// How an upload ended.
  sealed interface Answer {

    /// It is a bundle now.
    ///
    /// @param isNew false when the same content was there before
    record Kept(Bundle bundle, boolean isNew) implements Answer {}

    record Refused(List<String> problems) implements Answer {}
  }

  private final Bundles bundles;
  private final ShippedFiles files;
  private final Outbox outbox;

  BundleUploads(Bundles bundles, ShippedFiles files, Outbox outbox) {
    this.bundles = bundles;
    this.files = files;
    this.outbox = outbox;
  }

  Answer take(String name, List<NamedFile> upload) throws IOException {
    var folder = Files.createTempDirectory("crowdbench-bundle");
    try {
      return switch (new BundleBuilder(folder, files.actionsApi()).build(upload)) {
        case BundleBuilder.Result.Refused(var problems) ->
            new Answer.Refused(Stream.concat(nameProblem(name), problems.stream()).toList());
        case BundleBuilder.Result.Built _ when name.isEmpty() ->
            new Answer.Refused(nameProblem(name).toList());
        case BundleBuilder.Result.Built built -> keep(name, built);
      };
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Stream<String> nameProblem(String name) {
    return name.isEmpty()
        ? Stream.of("The bundle has no name. Give it one that people will know it by.")
        : Stream.empty();
  }

  private Answer keep(String name, BundleBuilder.Result.Built built) {
    var bundle =
        new Bundle(
            built.hash(),
            name,
            List.copyOf(built.actions().keySet()),
            built.userIds(),
            built.jar().content().length,
            Instant.now());
    var isNew = bundles.keep(bundle, built.jar().content());
    outbox.tell(
        "bundleEvents-out-0",
        new BundleUploaded(
            Message.SCHEMA,
            Instant.now(),
            bundle.hash(),
            bundle.name(),
            bundle.actions(),
            bundle.userIds()));
    return new Answer.Kept(bundles.find(bundle.hash()).orElse(bundle), isNew);
  }
}
