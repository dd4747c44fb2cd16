package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The icon of a web application's manifest that Chromium loads to see whether the application
/// could be installed: of those that are for any purpose the one nearest to 144 pixels, and none
/// that is smaller. A manifest that makes no application is looked at no further.
final class ManifestIcon {

  private static final int WANTED = 144;

  private static final Set<String> DISPLAYS =
      Set.of("standalone", "fullscreen", "minimal-ui", "window-controls-overlay", "tabbed");

  private ManifestIcon() {}

  /// Whether a browser installs anything from there: what came over a network in the clear is not
  /// to be trusted.
  static boolean isSecure(Address page) {
    var host = page.host();
    return page.scheme().equals("https")
        || host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  /// @return what the manifest names it by; none or one
  static List<String> of(String manifest) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(manifest);
    } catch (JacksonException e) {
      return List.of();
    }
    if (!isApplication(json)) {
      return List.of();
    }
    @Nullable JsonNode best = null;
    for (var icon : json.path("icons")) {
      if (isUsable(icon) && (best == null || distance(icon) < distance(best))) {
        best = icon;
      }
    }
    return best == null ? List.of() : List.of(best.path("src").asString());
  }

  private static boolean isApplication(JsonNode manifest) {
    var display =
        manifest.path("display_override").path(0).asString(manifest.path("display").asString(""));
    return (!manifest.path("name").asString("").isBlank()
            || !manifest.path("short_name").asString("").isBlank())
        && manifest.path("start_url").isString()
        && DISPLAYS.contains(display)
        && !manifest.path("prefer_related_applications").asBoolean(false);
  }

  private static boolean isUsable(JsonNode icon) {
    var purposes = icon.path("purpose").asString("any").toLowerCase(Locale.ROOT);
    return icon.path("src").isString()
        && Arrays.asList(purposes.strip().split("\\s+")).contains("any")
        && distance(icon) < Integer.MAX_VALUE;
  }

  /// Of the nearest of its sizes; the largest number for one that is too small.
  private static int distance(JsonNode icon) {
    return Arrays.stream(
            icon.path("sizes").asString("").toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .mapToInt(ManifestIcon::distance)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static int distance(String size) {
    if (size.equals("any")) {
      return 0;
    }
    int sides = size.indexOf('x');
    if (!size.matches("(\\d{1,5})x\\1")) {
      return Integer.MAX_VALUE;
    }
    int pixels = Integer.parseInt(size.substring(0, sides));
    return pixels < WANTED ? Integer.MAX_VALUE : pixels - WANTED;
  }
}
