package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the names of modules lead (HTML, 8.1.6.3).
final class Modules {

  private Modules() {}

  /// Null for a bare name that the page does not explain.
  ///
  /// @param known the page's own import map
  static @Nullable Address resolved(String name, Address importer, Map<String, Address> known) {
    var own = known.get(name);
    if (own != null) {
      return own;
    }
    boolean bare =
        !name.startsWith("/")
            && !name.startsWith("./")
            && !name.startsWith("../")
            && !name.contains("://");
    if (!bare) {
      return Place.of(importer, name);
    }
    for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      var folder = known.get(name.substring(0, slash + 1));
      if (folder != null) {
        return Place.of(folder, name.substring(slash + 1));
      }
    }
    return null;
  }
}
