package io.crowdbench.agent.visit;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.LoadedSheet;
import io.crowdbench.agent.css.PageStyles;
import io.crowdbench.agent.css.RuleIndex;
import io.crowdbench.agent.css.Screen;
import io.crowdbench.agent.visit.Resource.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Loads what one page or frame embeds: first what its text names, and when its style sheets are
/// there, what they show.
final class DocumentLoad {

  /// Frames in frames, deeper than which nobody looks.
  static final int MAX_DEPTH = 8;

  /// The page's text, which is parsed only where that has not been done before.
  interface Text {
    Document page() throws IOException;
  }

  private record PartsKey(
      Object digest,
      Address address,
      Screen screen,
      Browsing browsing,
      boolean top,
      @Nullable Address outer) {}

  private record StylesKey(PartsKey page, List<Object> sheets) {}

  private record RulesKey(Address base, List<Object> sheets, Screen screen) {}

  private final ResourceLoad load;
  private final Browsing browsing;
  private final Address address;
  private final Screen screen;
  private final int depth;
  private final Text text;
  private final PartsKey key;
  private final PageParts parts;

  /// @param digest of the page
  /// @param outer what its references are relative to if that is not its own address
  DocumentLoad(
      ResourceLoad load,
      Browsing browsing,
      Address address,
      @Nullable Address outer,
      Screen screen,
      int depth,
      Object digest,
      Text text)
      throws InterruptedException {
    this.load = load;
    this.browsing = browsing;
    this.address = address;
    this.screen = screen;
    this.depth = depth;
    this.text = text;
    key = new PartsKey(digest, address, screen, browsing, depth == 0, outer);
    parts =
        Parses.SHARED.of(
            key,
            PageParts::weight,
            () -> PageReader.read(address, text.page(), browsing, screen, depth, outer));
  }

  /// True if there is anything to be loaded.
  boolean isWorthIt() {
    return !parts.resources().isEmpty() || !parts.styles().isEmpty() || !parts.frames().isEmpty();
  }

  /// True for a page without a doctype.
  boolean isQuirky() {
    return parts.quirky();
  }

  Map<String, Address> modules() {
    return parts.modules();
  }

  /// Starts it all; what comes later is started by the threads that have found it.
  void begin() throws InterruptedException {
    load.hold();
    load.start(parts.resources(), this);
    if (depth < MAX_DEPTH) {
      for (var frame : parts.frames()) {
        inner(frame);
      }
    }
    var waited = new ArrayList<CompletableFuture<?>>();
    for (var style : parts.styles()) {
      if (style.address() != null) {
        waited.add(load.sheets().whole(style.address()));
      }
      for (var one : style.own().imports()) {
        var whole = Place.of(parts.base(), one.reference());
        if (whole != null) {
          waited.add(load.sheets().whole(whole));
        }
      }
    }
    var _ =
        CompletableFuture.allOf(waited.toArray(CompletableFuture<?>[]::new))
            .whenComplete((_, _) -> load.guarded(address, this::styled));
  }

  private void inner(PageParts.Inner frame) throws InterruptedException {
    new DocumentLoad(
            load,
            browsing,
            address,
            parts.base(),
            frame.screen(),
            depth + 1,
            frame.html(),
            () -> org.jsoup.Jsoup.parse(frame.html(), address.toString()))
        .begin();
  }

  private void styled() throws InterruptedException {
    if (!screen.isShown()) {
      return;
    }
    var met = new ArrayList<Object>();
    var sheets = new ArrayList<LoadedSheet>();
    for (var style : parts.styles()) {
      var loaded =
          style.address() == null ? own(style, met) : load.sheets().loaded(style.address(), met);
      if (loaded != null) {
        sheets.add(loaded);
      }
    }
    load.start(
        Parses.SHARED.of(
            new StylesKey(key, met), found -> 200 + 300 * found.size(), () -> styles(sheets, met)),
        this);
  }

  private LoadedSheet own(PageParts.Style style, List<Object> met) {
    var sheet = style.own();
    met.add(style.text());
    var imports = new ArrayList<@Nullable LoadedSheet>();
    for (var one : sheet.imports()) {
      var whole = Place.of(parts.base(), one.reference());
      imports.add(whole == null ? null : load.sheets().loaded(whole, met));
    }
    return new LoadedSheet(sheet, parts.base(), imports);
  }

  /// @param met what the sheets are known by
  private List<Resource> styles(List<LoadedSheet> sheets, List<Object> met)
      throws IOException, InterruptedException {
    // Pages that differ for each user have the same style sheets all the same.
    var rules =
        Parses.SHARED.of(
            new RulesKey(parts.base(), met, screen),
            _ -> 1_000 + sheets.stream().mapToInt(each -> each.sheet().weight() / 4).sum(),
            () -> new RuleIndex(sheets, screen));
    var result = PageStyles.of(text.page(), parts.base(), rules);
    var all = new LinkedHashMap<Address, Resource>();
    for (var wanted : result.wanted()) {
      var whole = Place.of(wanted.base(), wanted.reference());
      if (whole != null) {
        var sort = wanted.font() ? Sort.OTHER : Sort.IMAGE;
        var referrer = wanted.base().equals(parts.base()) ? address : wanted.base();
        all.putIfAbsent(whole, new Resource(whole, sort, referrer, screen, depth + 1));
      }
    }
    var shown =
        result.shown().stream()
            .filter(e -> browsing.lazyImages() || !e.attr("loading").equalsIgnoreCase("lazy"))
            .toList();
    PageReader.shown(shown, address, parts.base(), browsing, screen, depth)
        .forEach(each -> all.putIfAbsent(each.address(), each));
    return List.copyOf(all.values());
  }
}
