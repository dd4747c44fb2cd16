package io.crowdbench.agent.visit;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Images;
import io.crowdbench.agent.css.MediaQueries;
import io.crowdbench.agent.css.Screen;
import io.crowdbench.agent.css.Sheet;
import io.crowdbench.agent.visit.Resource.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Finds what a browser loads with a page as its own text says, without running its scripts and
/// before there are any styles.
final class PageReader {

  private final Address address;
  private final Address base;
  private final Browsing browsing;
  private final Screen screen;
  private final int depth;

  private final Map<Address, Sort> found = new LinkedHashMap<>();
  private final Map<Address, Screen> framed = new HashMap<>();
  private final List<Address> later = new ArrayList<>();
  private final List<PageParts.Style> styles = new ArrayList<>();
  private final List<PageParts.Inner> inner = new ArrayList<>();
  private final List<Element> icons = new ArrayList<>();
  private final List<String> imported = new ArrayList<>();
  private final Map<String, Address> modules = new HashMap<>();

  /// Of the style sheets with titles those with the first one count.
  private String title = "";

  /// The first that is named counts, be it good or not.
  private boolean hasManifest;

  private @Nullable Address manifest;
  private final boolean quirky;

  private PageReader(
      Address address,
      Document page,
      Browsing browsing,
      Screen screen,
      int depth,
      @Nullable Address outer) {
    this.address = address;
    this.base = base(outer == null ? address : outer, page);
    this.browsing = browsing;
    this.screen = screen;
    this.depth = depth;
    this.quirky = page.quirksMode() == Document.QuirksMode.quirks;
  }

  /// @param address the page's own
  /// @param depth how many pages it stands in
  /// @param outer what its references are relative to if that is not its own address
  static PageParts read(
      Address address,
      Document page,
      Browsing browsing,
      Screen screen,
      int depth,
      @Nullable Address outer) {
    var reader = new PageReader(address, page, browsing, screen, depth, outer);
    reader.within(page);
    return reader.parts();
  }

  /// What `object`, `embed` and lazy elements load once it is known that they are shown.
  static List<Resource> shown(
      Iterable<Element> elements,
      Address address,
      Address base,
      Browsing browsing,
      Screen screen,
      int depth) {
    var empty = new Document(base.toString());
    var reader = new PageReader(address, empty, browsing, screen, depth, base);
    for (var element : elements) {
      switch (element.normalName()) {
        case "object" -> reader.embed(element, element.attr("data"));
        case "embed" -> reader.embed(element, element.attr("src"));
        case "img" -> reader.image(element);
        default -> reader.frame(element);
      }
    }
    return reader.resources();
  }

  private static Address base(Address address, Document page) {
    var element = page.selectFirst("base[href]");
    var whole = element == null ? null : Place.of(address, element.attr("href"));
    return whole == null ? address : whole;
  }

  private PageParts parts() {
    imported.forEach(name -> add(Modules.resolved(name, base, modules), Sort.MODULE));
    for (var icon : Icons.chosen(icons, screen)) {
      add(icon.attr("href"), Sort.IMAGE);
    }
    if (icons.isEmpty() && depth == 0 && browsing.favicon()) {
      add("/favicon.ico", Sort.FAVICON);
    }
    later.forEach(each -> add(each, Sort.OTHER));
    add(manifest, Sort.MANIFEST);
    return new PageParts(
        base, resources(), List.copyOf(styles), List.copyOf(inner), Map.copyOf(modules), quirky);
  }

  private List<Resource> resources() {
    found.remove(address);
    return found.entrySet().stream()
        .map(each ->
            new Resource(
                each.getKey(),
                each.getValue(),
                address,
                framed.getOrDefault(each.getKey(), screen),
                depth + 1))
        .toList();
  }

  private void within(Element parent) {
    for (var element : parent.children()) {
      switch (element.normalName()) {
        case "template", "noscript", "noembed", "noframes", "textarea", "title" -> {}
        default -> {
          of(element);
          within(element);
        }
      }
    }
  }

  private void of(Element element) {
    switch (element.normalName()) {
      case "link" -> link(element);
      case "style" -> style(element);
      case "script" -> script(element);
      case "img" -> {
        if (!isLazy(element)) {
          image(element);
        }
      }
      case "iframe", "frame" -> {
        if (!isLazy(element)) {
          frame(element);
        }
      }
      case "input" -> {
        if (element.attr("type").equalsIgnoreCase("image")) {
          add(element.attr("src"), Sort.IMAGE);
        }
      }
      case "video" -> add(element.attr("poster"), Sort.IMAGE);
      case "image", "use", "feimage" -> {
        var own = element.attr("href");
        add(own.isEmpty() ? element.attr("xlink:href") : own, Sort.IMAGE);
      }
      default -> {}
    }
  }

  private static boolean isLazy(Element element) {
    return element.attr("loading").equalsIgnoreCase("lazy");
  }

  private void link(Element link) {
    var relations = Links.relations(link);
    boolean fits = MediaQueries.match(link.attr("media"), screen);
    if (relations.contains("stylesheet")) {
      styleSheet(link, relations.contains("alternate"), fits);
    } else if (relations.contains("icon")) {
      if (depth == 0 && !link.attr("href").isBlank()) {
        icons.add(link);
      }
    } else if (relations.contains("preload") && fits && Links.isPreloaded(link)) {
      preload(link);
    } else if (relations.contains("modulepreload") && fits) {
      add(link.attr("href"), Sort.MODULE_FOR_LATER);
    } else if (relations.contains("prefetch") && browsing.prefetch() && fits) {
      later(link.attr("href"));
    } else if (relations.contains("manifest") && depth == 0 && !hasManifest) {
      hasManifest = true;
      manifest = Place.of(base, link.attr("href"));
    }
  }

  private void styleSheet(Element link, boolean alternate, boolean fits) {
    var whole = Place.of(base, link.attr("href"));
    if (whole == null || link.hasAttr("disabled") || !Links.isStyle(link)) {
      return;
    }
    add(whole, Sort.STYLE);
    if (!alternate && fits && isOfChosenTitle(link)) {
      styles.add(new PageParts.Style(whole, "", Sheet.EMPTY));
    }
  }

  private boolean isOfChosenTitle(Element element) {
    var own = element.attr("title");
    if (title.isEmpty()) {
      title = own;
    }
    return own.isEmpty() || own.equals(title);
  }

  private void style(Element style) {
    if (!Links.isStyle(style)) {
      return;
    }
    var text = style.data().isEmpty() ? style.wholeText() : style.data();
    var sheet = Sheet.of(text);
    for (var one : sheet.imports()) {
      add(one.reference(), Sort.STYLE);
    }
    if (MediaQueries.match(style.attr("media"), screen) && isOfChosenTitle(style)) {
      styles.add(new PageParts.Style(null, text, sheet));
    }
  }

  private void script(Element script) {
    if (Links.isImportMap(script)) {
      importMap(script.data());
    } else if (Links.isModule(script)) {
      if (script.hasAttr("src")) {
        add(script.attr("src"), Sort.MODULE);
      } else {
        imported.addAll(ModuleImports.of(script.data()));
      }
    } else if (Links.isScript(script)) {
      add(script.attr("src"), Sort.SCRIPT);
    }
  }

  private void importMap(String json) {
    try {
      for (var each : JsonMapper.shared().readTree(json).path("imports").properties()) {
        var whole = Place.of(base, each.getValue().asString(""));
        if (whole != null) {
          modules.putIfAbsent(each.getKey(), whole);
        }
      }
    } catch (JacksonException e) {
      // A browser says so to the author of the page, and goes on without it.
      return;
    }
  }

  private void preload(Element link) {
    switch (link.attr("as").toLowerCase(java.util.Locale.ROOT)) {
      case "style" -> add(link.attr("href"), Sort.STYLE);
      case "script" -> add(link.attr("href"), Sort.SCRIPT);
      case "image" ->
          add(
              Srcset.chosen(
                  link.attr("imagesrcset"), link.attr("imagesizes"), link.attr("href"), screen),
              Sort.IMAGE);
      default -> add(link.attr("href"), Sort.OTHER);
    }
  }

  private void image(Element image) {
    var picture = image.parent();
    if (picture != null && picture.normalName().equals("picture")) {
      for (var source : picture.children()) {
        if (source == image) {
          break;
        }
        if (source.normalName().equals("source")
            && Images.areShown(source.attr("type"))
            && MediaQueries.match(source.attr("media"), screen)) {
          var chosen = Srcset.chosen(source.attr("srcset"), source.attr("sizes"), "", screen);
          if (!chosen.isEmpty()) {
            add(chosen, Sort.IMAGE);
            return;
          }
        }
      }
    }
    add(
        Srcset.chosen(image.attr("srcset"), image.attr("sizes"), image.attr("src"), screen),
        Sort.IMAGE);
  }

  private void frame(Element frame) {
    var seen = Frames.screen(frame, screen);
    if (frame.hasAttr("srcdoc")) {
      inner.add(new PageParts.Inner(frame.attr("srcdoc"), seen));
    } else {
      framed(frame.attr("src"), seen);
    }
  }

  private void embed(Element element, String reference) {
    if (!Links.isShown(element)) {
      return;
    }
    framed(reference, Frames.screen(element, screen));
  }

  private void framed(String reference, Screen seen) {
    var whole = Place.of(base, reference);
    if (whole != null) {
      framed.put(whole, seen);
      add(whole, Sort.FRAME);
    }
  }

  private void later(String reference) {
    var whole = Place.of(base, reference);
    if (whole != null) {
      later.add(whole);
    }
  }

  private void add(String reference, Sort sort) {
    add(Place.of(base, reference), sort);
  }

  /// What is looked into is so even if it is preloaded as something else.
  private void add(@Nullable Address whole, Sort sort) {
    if (whole != null) {
      found.merge(whole, sort, (before, now) -> now.isLookedInto() ? now : before);
    }
  }
}
