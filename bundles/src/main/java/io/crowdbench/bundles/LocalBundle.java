package io.crowdbench.bundles;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a bundle of files on this machine with the same rules as for an upload, without a service.
public final class LocalBundle {

  private LocalBundle() {}

  /// Writes `bundle.jar` into the folder.
  ///
  /// @param files sources, jars, tables, and perhaps a users.txt
  /// @param folder where to work, empty before
  /// @param api a class of the actions API that the caller runs with
  /// @return what keeps the files from being a bundle, one sentence each; none if it was made
  public static List<String> make(List<Path> files, Path folder, Class<?> api) throws IOException {
    var named = new ArrayList<NamedFile>();
    for (var file : files) {
      named.add(new NamedFile(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return switch (new BundleBuilder(folder.resolve("work"), place(api)).build(named)) {
      case BundleBuilder.Result.Refused refused -> refused.problems();
      case BundleBuilder.Result.Built built -> {
        Files.write(folder.resolve("bundle.jar"), built.jar().content());
        yield List.of();
      }
    };
  }

  private static Path place(Class<?> api) {
    try {
      return Path.of(api.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is no address", e);
    }
  }
}
