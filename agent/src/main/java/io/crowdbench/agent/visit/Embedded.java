package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.References;
import io.crowdbench.agent.visit.Resource.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds what a browser loads with a page, without running its scripts.
public final class Embedded {

  private static final Set<String> LINKS = Set.of("stylesheet", "icon", "preload", "modulepreload");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern FONT =
      Pattern.compile("@font-face\\s*\\{[^}]*\\}", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMPORT =
      Pattern.compile(
          "@import\\s+(?:url\\(\\s*)?[\"']?([^\"')\\s;]+)[^;]*;?", Pattern.CASE_INSENSITIVE);
  private static final Pattern URL =
      Pattern.compile(
          "url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\\s]*))\\s*\\)", Pattern.CASE_INSENSITIVE);

  private final Address base;
  private final Map<Address, Resource> found = new LinkedHashMap<>();

  private Embedded(Address base) {
    this.base = base;
  }

  /// In the page's order, each once.
  ///
  /// @param address the page's own
  public static List<Resource> inPage(Address address, Document page) {
    var all = new Embedded(base(address, page));
    for (var element : page.select("link, script, img, source, input, video, style, [style]")) {
      if (element.closest("noscript, template") == null) {
        all.of(element);
      }
    }
    all.found.remove(address);
    return List.copyOf(all.found.values());
  }

  private static Address base(Address address, Document page) {
    var base = page.selectFirst("base[href]");
    if (base == null) {
      return address;
    }
    try {
      return References.whole(address, base.attr("href"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /// What a style sheet imports and shows.
  ///
  /// @param address the style sheet's own
  public static List<Resource> inStyles(Address address, String css) {
    var all = new Embedded(address);
    all.styles(css);
    all.found.remove(address);
    return List.copyOf(all.found.values());
  }

  private void of(Element element) {
    switch (element.normalName()) {
      case "link" -> link(element);
      case "script" -> {
        // For browsers that do not know modules.
        if (!element.hasAttr("nomodule")) {
          add(element.attr("src"), Sort.SCRIPT);
        }
      }
      case "img" -> {
        if (!isInPictureWithAnother(element)) {
          image(element);
        }
      }
      case "source" -> {
        if (isChosen(element)) {
          image(element);
        }
      }
      case "input" -> {
        if (element.attr("type").equalsIgnoreCase("image")) {
          add(element.attr("src"), Sort.IMAGE);
        }
      }
      case "video" -> add(element.attr("poster"), Sort.IMAGE);
      case "style" -> styles(element.data());
      default -> {}
    }
    if (element.hasAttr("style")) {
      styles(element.attr("style"));
    }
  }

  private void link(Element link) {
    var words = Set.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
    if (words.contains("alternate") || link.hasAttr("disabled")) {
      return;
    }
    for (var word : words) {
      if (LINKS.contains(word)) {
        add(link.attr("href"), sort(word, link.attr("as")));
        return;
      }
    }
  }

  private static Sort sort(String rel, String as) {
    return switch (rel.equals("preload") ? as.toLowerCase(Locale.ROOT) : rel) {
      case "stylesheet", "style" -> Sort.STYLE;
      case "icon", "image" -> Sort.IMAGE;
      case "modulepreload", "script" -> Sort.SCRIPT;
      default -> Sort.OTHER;
    };
  }

  /// Of the candidates a browser chooses one by the screen; here it is the first.
  private void image(Element image) {
    var candidates = image.attr("srcset").strip();
    var first = candidates.split("\\s+", 2)[0].replaceFirst(",+$", "");
    add(first.isEmpty() ? image.attr("src") : first, Sort.IMAGE);
  }

  private static boolean isInPictureWithAnother(Element image) {
    var picture = image.parent();
    return picture != null
        && picture.normalName().equals("picture")
        && picture.children().stream().anyMatch(Embedded::isChosen);
  }

  /// A picture shows its first source that fits; those for certain screens only are passed over.
  /// Sources of sound and film are loaded as they are played, and so not here.
  private static boolean isChosen(Element source) {
    var picture = source.parent();
    return picture != null
        && picture.normalName().equals("picture")
        && source.equals(
            picture.children().stream()
                .filter(child -> child.normalName().equals("source") && !child.hasAttr("media"))
                .findFirst()
                .orElse(null));
  }

  private void styles(String css) {
    var text = COMMENT.matcher(css).replaceAll(" ");
    var imports = IMPORT.matcher(text);
    while (imports.find()) {
      add(imports.group(1), Sort.STYLE);
    }
    var rest = imports.replaceAll(" ");
    var fonts = FONT.matcher(rest);
    while (fonts.find()) {
      font(fonts.group());
    }
    var urls = URL.matcher(fonts.replaceAll(" "));
    while (urls.find()) {
      add(reference(urls), Sort.IMAGE);
    }
  }

  /// Of a font's files a browser loads the first that it understands.
  private void font(String face) {
    var files = new ArrayList<String>();
    var urls = URL.matcher(face);
    while (urls.find()) {
      files.add(reference(urls));
    }
    for (var kind : List.of(".woff2", ".woff", "")) {
      var file = files.stream().filter(each -> each.contains(kind)).findFirst();
      if (file.isPresent()) {
        add(file.get(), Sort.OTHER);
        return;
      }
    }
  }

  private static String reference(Matcher url) {
    for (int i = 1; i <= 3; i++) {
      var group = url.group(i);
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  private void add(String reference, Sort sort) {
    if (reference.isBlank() || reference.strip().startsWith("#")) {
      return;
    }
    try {
      var address = References.whole(base, reference, StandardCharsets.UTF_8);
      found.putIfAbsent(address, new Resource(address, sort));
    } catch (IllegalArgumentException e) {
      // `data:` and other schemes, and what is no address at all: a browser loads nothing there.
      return;
    }
  }
}
