package io.crowdbench.agent.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Inputs with right answers made by others, which lie beside the project where they are at hand.
public final class Cases {

  /// Where [#areAtHand()] is, for `@EnabledIf`.
  public static final String AT_HAND = "io.crowdbench.agent.testing.Cases#areAtHand";

  public static final String MISSING = "the cases of others are not at hand: no ../shared/cases";

  /// Tests run in their module's folder, which is in the project's.
  private static final Path FOLDER = Path.of("../../shared/cases");

  private Cases() {}

  static boolean areAtHand() {
    return Files.isDirectory(FOLDER);
  }

  public static JsonNode read(String name) {
    return JsonMapper.shared().readTree(FOLDER.resolve(name).toFile());
  }
}
