package io.crowdbench.agent.css;

import io.crowdbench.agent.address.Address;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// What a page's styles load: images of the elements that are shown, and fonts of the text in them.
///
/// Nothing is laid out; so what depends on sizes of elements, and not of the window, is not known.
public final class PageStyles {

  /// Something that styles load.
  ///
  /// @param base what the reference is relative to: the style sheet, or the page for its own styles
  public record Wanted(Address base, String reference, boolean font) {}

  /// @param wanted in the page's order, each once; fonts last
  /// @param shown elements that have boxes, of those that [#isAsked] is about
  public record Result(List<Wanted> wanted, Set<Element> shown) {}

  /// What children have from their parents.
  private record Inherited(Variables variables, Fonts.Font font, String transform) {}

  private static final Set<String> BOXES = Set.of("before", "after");

  private static final Set<String> PARTS =
      Set.of(
          "before",
          "after",
          "first-line",
          "first-letter",
          "marker",
          "placeholder",
          "file-selector-button");

  private final Address base;
  private final Screen screen;
  private final RuleIndex rules;
  private final Fonts fonts;
  private final Matching matching;

  /// The names of the custom properties that anything uses.
  private final Set<String> variables;

  private final Set<Wanted> wanted = new LinkedHashSet<>();
  private final Set<Element> shown = new HashSet<>();

  private PageStyles(Document page, Address base, RuleIndex rules) {
    this.base = base;
    this.rules = rules;
    screen = rules.screen();
    variables = new HashSet<>(rules.variables());
    fonts = new Fonts(rules.faces());
    matching = new Matching(page.quirksMode() == Document.QuirksMode.quirks, null);
  }

  /// @param base what addresses on the page itself are relative to
  public static Result of(Document page, Address base, RuleIndex rules) {
    var all = new PageStyles(page, base, rules);
    var font = new Fonts.Font(List.of("serif"), 400, false);
    for (var root : page.children()) {
      all.inlineVariables(root);
      all.element(root, new Inherited(Variables.NONE, font, "none"), true);
    }
    all.fonts.loaded(each -> all.want(each.base(), String.valueOf(each.face().source()), true));
    return new Result(List.copyOf(all.wanted), all.shown);
  }

  /// What `style` attributes use.
  private void inlineVariables(Element root) {
    for (var e : root.getElementsByAttribute("style")) {
      if (e.attr("style").contains("var(")) {
        RuleIndex.variables(Tokens.of(e.attr("style")), variables);
      }
    }
  }

  /// Whether it is of interest if an element is shown.
  static boolean isAsked(Element e) {
    return e.normalName().equals("object")
        || e.normalName().equals("embed")
        || e.attr("loading").equalsIgnoreCase("lazy");
  }

  private void want(Address relativeTo, String reference, boolean font) {
    if (!reference.isBlank() && !reference.startsWith("#")) {
      wanted.add(new Wanted(relativeTo, reference, font));
    }
  }

  /// @param blockified true if it is a block for what it is in
  /// @return how it is displayed
  private String element(Element e, Inherited parent, boolean blockified) {
    var own = new Winners(this.variables);
    var parts = new LinkedHashMap<String, Winners>();
    rules.candidates(
        e,
        entry -> {
          var pseudo = entry.selector().pseudo();
          if ((pseudo.isEmpty() || PARTS.contains(pseudo))
              && entry.selector().matches(e, matching)) {
            (pseudo.isEmpty()
                    ? own
                    : parts.computeIfAbsent(pseudo, _ -> new Winners(this.variables)))
                .add(entry);
          }
        });
    if (e.hasAttr("style")) {
      own.add(SheetReader.declarations(e.attr("style")), base);
    }
    var variables = own.isEmpty() ? parent.variables() : own.variables(parent.variables());
    var display = display(e, own, variables);
    if (display.equals("none")) {
      return display;
    }
    if (isAsked(e)) {
      shown.add(e);
    }
    load(own, variables);
    if (!own.has("background-image")) {
      want(base, BrowserStyles.background(e), false);
    }
    var here =
        new Inherited(
            variables, font(e, own, variables, parent.font()), transform(own, variables, parent));
    boolean inline = pseudoElements(e, parts, here, display);
    inline |= children(e, here, isFlexible(display));
    text(e, here, display, inline, blockified);
    return display;
  }

  private static boolean isFlexible(String display) {
    return display.contains("flex") || display.contains("grid");
  }

  private static String display(Element e, Winners own, Variables variables) {
    var said = own.value("display", variables);
    var word = said == null ? "" : Parts.onlyName(said);
    return switch (word) {
      case "", "revert", "revert-layer" -> BrowserStyles.display(e);
      case "initial", "unset", "inherit" -> "inline";
      default -> word;
    };
  }

  private void load(Winners winners, Variables variables) {
    if (winners.isEmpty()) {
      return;
    }
    winners.loading(
        variables, (value, from) -> Images.in(value, screen, found -> want(from, found, false)));
    var moving = winners.value("animation-name", variables);
    if (moving != null && !rules.keyframes().isEmpty()) {
      for (var part : moving) {
        var frames = rules.keyframes().get(part.text());
        if (frames != null) {
          frames.images().stream()
              .filter(image -> !winners.isImportant(image.property()))
              .forEach(image ->
                  Images.in(image.value(), screen, found -> want(frames.base(), found, false)));
        }
      }
    }
  }

  /// @return true if there is one within the element's text
  private boolean pseudoElements(
      Element e, Map<String, Winners> parts, Inherited here, String display) {
    boolean inline = false;
    for (var part : parts.entrySet()) {
      var winners = part.getValue();
      var variables = winners.variables(here.variables());
      var said = winners.value("display", variables);
      boolean there =
          switch (part.getKey()) {
            case "marker" -> display.equals("list-item");
            case "placeholder" -> e.hasAttr("placeholder");
            case "file-selector-button" -> e.attr("type").equalsIgnoreCase("file");
            case "first-line", "first-letter" -> !display.equals("inline") && e.hasText();
            default -> hasContent(winners, variables);
          };
      if (!there || (said != null && Parts.onlyName(said).equals("none"))) {
        continue;
      }
      load(winners, variables);
      if (fonts.areOffered()) {
        var font = font(null, winners, variables, here.font());
        var content = winners.value("content", variables);
        var text = Generated.text(content == null ? List.of() : content, e);
        boolean box = BOXES.contains(part.getKey());
        fonts.text(
            font, part.getKey().equals("placeholder") ? e.attr("placeholder") : box ? text : "");
        fonts.line(font);
        inline |= box;
      }
    }
    return inline;
  }

  private static boolean hasContent(Winners winners, Variables variables) {
    var content = winners.value("content", variables);
    if (content == null || content.isEmpty()) {
      return false;
    }
    var word = Parts.onlyName(content);
    // Chromium loads what belongs to `none`, too.
    return !word.equals("normal") && !Properties.WIDE.contains(word);
  }

  /// @return true if a line of text is among them
  private boolean children(Element e, Inherited here, boolean blockified) {
    if (BrowserStyles.hidesChildren(e)) {
      return false;
    }
    boolean closed = e.normalName().equals("details") && !e.hasAttr("open");
    boolean inline = false;
    for (Node node : e.childNodes()) {
      if (closed && !(node instanceof Element child && child.normalName().equals("summary"))) {
        continue;
      }
      if (node instanceof Element child) {
        var display = element(child, here, blockified);
        inline |= !blockified && display.startsWith("inline");
      } else if (node instanceof TextNode text && fonts.areOffered() && !text.isBlank()) {
        fonts.text(here.font(), Generated.transformed(text.getWholeText(), here.transform()));
        inline = true;
      }
    }
    return inline;
  }

  /// The font of the element's own lines.
  private void text(Element e, Inherited here, String display, boolean inline, boolean blockified) {
    if (!fonts.areOffered()) {
      return;
    }
    var shownText = BrowserStyles.shownText(e);
    if (shownText != null) {
      fonts.text(here.font(), shownText);
      fonts.line(here.font());
      if (e.hasAttr("placeholder") && shownText.isEmpty()) {
        fonts.text(here.font(), e.attr("placeholder"));
      }
    } else if (!isFlexible(display)
        && (inline || (display.equals("inline") && !blockified && !BrowserStyles.isReplaced(e)))) {
      fonts.line(here.font());
    }
  }

  private static String transform(Winners own, Variables variables, Inherited parent) {
    var said = own.value("text-transform", variables);
    var word = said == null ? "" : Parts.onlyName(said);
    return word.isEmpty() || word.equals("inherit") ? parent.transform() : word;
  }

  private Fonts.Font font(
      @Nullable Element e, Winners own, Variables variables, Fonts.Font parent) {
    if (!fonts.areOffered()) {
      return parent;
    }
    var from = parent;
    if (e != null && BrowserStyles.isControl(e)) {
      from = new Fonts.Font(List.of("system-ui"), 400, false);
    } else if (e != null && BrowserStyles.isMonospaced(e)) {
      from = new Fonts.Font(List.of("monospace"), parent.weight(), parent.italic());
    }
    return FontStyle.of(e, own, variables, from, parent);
  }
}
