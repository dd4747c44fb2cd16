package io.crowdbench.provisioner.bundle;

import io.crowdbench.bundles.BundleBuilder;
import io.crowdbench.bundles.NamedFile;
import io.crowdbench.provisioner.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Takes an upload: builds the bundle, keeps it.
@Component
class BundleUploads {

  /// How an upload ended.
  sealed interface Result {

    /// It is a bundle now.
    ///
    /// @param isNew false when the same content was there before
    record Kept(Bundle bundle, boolean isNew) implements Result {}

    record Refused(List<String> problems) implements Result {}
  }

  private final Bundles bundles;
  private final ShippedFiles files;

  BundleUploads(Bundles bundles, ShippedFiles files) {
    this.bundles = bundles;
    this.files = files;
  }

  Result take(String name, List<NamedFile> upload) throws IOException {
    var folder = Files.createTempDirectory("crowdbench-bundle");
    try {
      return switch (new BundleBuilder(folder, files.actionsApi()).build(upload)) {
        case BundleBuilder.Result.Refused(var problems) ->
            new Result.Refused(Stream.concat(nameProblem(name), problems.stream()).toList());
        case BundleBuilder.Result.Built _ when name.isEmpty() ->
            new Result.Refused(nameProblem(name).toList());
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

  private Result keep(String name, BundleBuilder.Result.Built built) {
    var bundle =
        new Bundle(
            built.hash(),
            name,
            List.copyOf(built.actions().keySet()),
            built.userIds(),
            built.jar().content().length,
            Instant.now());
    var isNew = bundles.keep(bundle, built.jar().content());
    return new Result.Kept(bundles.find(bundle.hash()).orElse(bundle), isNew);
  }
}
