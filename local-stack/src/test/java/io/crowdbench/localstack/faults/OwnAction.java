package io.crowdbench.localstack.faults;

import io.crowdbench.api.BundlesApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// An action of a test's own, uploaded as source as anybody's.
///
/// @param body of its class
record OwnAction(String name, String body) {

  /// @return the bundle's hash
  String upload(BundlesApi bundles) {
    try {
      var folder = Files.createTempDirectory("crowdbench-action");
      var source = folder.resolve(name + ".java");
      try {
        Files.writeString(source, source());
        return bundles.upload(name, List.of(source, Shop.USERS)).orThrow().hash();
      } finally {
        Files.delete(source);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String source() {
    return """
    import io.crowdbench.actions.Action;
    import io.crowdbench.actions.User;

    public class %s implements Action {
    %s}
    """
        .formatted(name, body.indent(2));
  }
}
