package io.crowdbench.agent.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Inputs with right answers made by others, which lie beside the project where they are at hand.
public final class Cases {

  private Cases() {}

  /// Leaves the test out where there are none.
  public static JsonNode read(String name) {
    // Tests run in their module's folder, which is in the project's.
    var file = Path.of("../../shared/cases", name).toAbsolutePath().normalize();
    Assumptions.assumeTrue(Files.exists(file), "left out: there is no " + file);
    return JsonMapper.shared().readTree(file.toFile());
  }
}
