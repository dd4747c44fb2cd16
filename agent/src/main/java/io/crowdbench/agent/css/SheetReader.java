package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads style sheets (CSS Syntax Module Level 3, sections 5 and 9), nested rules included.
final class SheetReader {

  /// How much a rule costs, beside its text.
  private static final int RULE = 200;

  private final String css;
  private final List<Sheet.Import> imports = new ArrayList<>();
  private boolean importsAreOver;
  private int weight = 64;

  SheetReader(String css) {
    this.css = css;
  }

  Sheet sheet() {
    var rules = rules(Tokens.of(css), null);
    return new Sheet(List.copyOf(imports), rules, weight);
  }

  /// What a `style` attribute says.
  static List<Declaration> declarations(String text) {
    var reader = new SheetReader(text);
    var declarations = new ArrayList<Declaration>();
    reader.block(Tokens.of(text), List.of(), declarations, new ArrayList<>());
    return declarations;
  }

  private List<Rule> rules(List<Part> parts, @Nullable List<Selector> parents) {
    var rules = new ArrayList<Rule>();
    int at = 0;
    while (at < parts.size()) {
      var part = parts.get(at);
      if (part.isSpace() || part.isDelimiter("<!--") || part.isDelimiter("-->")) {
        at++;
        continue;
      }
      int end = at;
      boolean named = part.is(Kind.AT);
      while (end < parts.size()
          && !parts.get(end).isBlock("{")
          && !(named && parts.get(end).isDelimiter(";"))) {
        end++;
      }
      var body = end < parts.size() && parts.get(end).isBlock("{") ? parts.get(end).inside() : null;
      if (named) {
        at(part.lower(), parts.subList(at + 1, end), body, parents, rules);
      } else if (body != null) {
        importsAreOver = true;
        style(parts.subList(at, end), body, parents, rules);
      }
      at = end + 1;
    }
    return rules;
  }

  private void style(
      List<Part> prelude, List<Part> body, @Nullable List<Selector> parents, List<Rule> rules) {
    // Most rules decide nothing of what is loaded: their selectors need not be read.
    var declarations = new ArrayList<Declaration>();
    var nested = new ArrayList<Rule>();
    if (!hasNested(body)) {
      block(body, List.of(), declarations, nested);
      if (declarations.isEmpty()) {
        return;
      }
      add(SelectorReader.read(prelude, parents), declarations, rules);
      return;
    }
    var selectors = SelectorReader.read(prelude, parents);
    if (!selectors.isEmpty()) {
      block(body, selectors, declarations, nested);
      add(selectors, declarations, rules);
      rules.addAll(nested);
    }
  }

  private static boolean hasNested(List<Part> body) {
    return body.stream().anyMatch(part -> part.isBlock("{"));
  }

  private void add(List<Selector> selectors, List<Declaration> declarations, List<Rule> rules) {
    if (!selectors.isEmpty() && !declarations.isEmpty()) {
      weight += RULE * (selectors.size() + declarations.size());
      rules.add(new Rule.Style(selectors, List.copyOf(declarations)));
    }
  }

  /// The inside of a rule: declarations, and rules in it.
  private void block(
      List<Part> body,
      List<Selector> selectors,
      List<Declaration> declarations,
      List<Rule> nested) {
    int at = 0;
    while (at < body.size()) {
      var part = body.get(at);
      if (part.isSpace() || part.isDelimiter(";")) {
        at++;
        continue;
      }
      int end = at;
      while (end < body.size() && !body.get(end).isDelimiter(";")) {
        end++;
      }
      if (!part.is(Kind.AT) && isDeclaration(body, at, end)) {
        declaration(body.subList(at, end), declarations);
        at = end + 1;
        continue;
      }
      int brace = at;
      while (brace < end && !body.get(brace).isBlock("{")) {
        brace++;
      }
      if (brace < end && !selectors.isEmpty()) {
        var inside = body.get(brace).inside();
        if (part.is(Kind.AT)) {
          nestedAt(part.lower(), body.subList(at + 1, brace), inside, selectors, nested);
        } else {
          style(body.subList(at, brace), inside, selectors, nested);
        }
      }
      at = brace + 1;
    }
  }

  /// A name and a colon; and no block among other things, which a nested rule would have.
  private static boolean isDeclaration(List<Part> body, int at, int end) {
    int colon = at + 1;
    while (colon < end && body.get(colon).isSpace()) {
      colon++;
    }
    if (!body.get(at).is(Kind.NAME) || colon >= end || !body.get(colon).isDelimiter(":")) {
      return false;
    }
    if (body.get(at).text().startsWith("--")) {
      return true;
    }
    return body.subList(colon + 1, end).stream().noneMatch(part -> part.isBlock("{"));
  }

  private void declaration(List<Part> parts, List<Declaration> declarations) {
    var name = parts.getFirst().text();
    var property = name.startsWith("--") ? name : parts.getFirst().lower();
    if (Properties.of(property).isEmpty()) {
      return;
    }
    int colon = 1;
    while (!parts.get(colon).isDelimiter(":")) {
      colon++;
    }
    var value = Parts.trimmed(parts.subList(colon + 1, parts.size()));
    var bare = Parts.withoutSpace(value);
    int size = bare.size();
    boolean important =
        size > 1 && bare.get(size - 1).isName("important") && bare.get(size - 2).isDelimiter("!");
    if (important) {
      value = Parts.trimmed(value.subList(0, value.indexOf(bare.get(size - 2))));
    }
    if (Properties.isValid(property, value)) {
      weight += 60 * value.size();
      declarations.add(new Declaration(property, List.copyOf(value), important));
    }
  }

  private void nestedAt(
      String name,
      List<Part> prelude,
      List<Part> body,
      List<Selector> selectors,
      List<Rule> rules) {
    switch (name) {
      case "media", "supports", "container", "layer" -> {
        var declarations = new ArrayList<Declaration>();
        var inside = new ArrayList<Rule>();
        block(body, selectors, declarations, inside);
        var all = new ArrayList<Rule>();
        add(selectors, declarations, all);
        all.addAll(inside);
        group(name, prelude, all, rules);
      }
      default -> {}
    }
  }

  private void at(
      String name,
      List<Part> prelude,
      @Nullable List<Part> body,
      @Nullable List<Selector> parents,
      List<Rule> rules) {
    boolean ordersLayers = name.equals("layer") && body == null;
    importsAreOver |= !name.equals("import") && !name.equals("charset") && !ordersLayers;
    if (body == null) {
      if (name.equals("import") && !importsAreOver) {
        importRule(Parts.trimmed(prelude));
      } else if (ordersLayers) {
        rules.add(
            new Rule.LayerOrder(
                Parts.byCommas(prelude).stream().map(SheetReader::dotted).toList()));
      }
      return;
    }
    switch (name) {
      case "media", "supports", "container", "layer" ->
          group(name, prelude, rules(body, parents), rules);
      case "font-face" -> face(body, rules);
      case "keyframes", "-webkit-keyframes" -> keyframes(Parts.trimmed(prelude), body, rules);
      default -> {}
    }
  }

  private void group(String name, List<Part> prelude, List<Rule> inside, List<Rule> rules) {
    if (inside.isEmpty() && !name.equals("layer")) {
      return;
    }
    var condition = List.copyOf(prelude);
    weight += 60 * condition.size() + 100;
    switch (name) {
      case "media" ->
          rules.add(new Rule.When(screen -> MediaQueries.match(condition, screen), inside));
      case "container" -> rules.add(new Rule.When(screen -> container(condition, screen), inside));
      case "layer" -> {
        var layer = dotted(condition);
        rules.add(new Rule.Layer(layer.isEmpty() ? null : layer, inside));
      }
      default -> {
        if (Supports.hold(condition)) {
          rules.addAll(inside);
        }
      }
    }
  }

  /// A container's size is known to nobody who does not lay the page out; here it is the screen's.
  private static boolean container(List<Part> condition, Screen screen) {
    var bare = Parts.withoutSpace(condition);
    boolean named =
        bare.size() > 1 && bare.getFirst().is(Kind.NAME) && !bare.getFirst().isName("not");
    return Conditions.of(
            named ? bare.subList(1, bare.size()) : bare, part -> MediaQueries.feature(part, screen))
        == Conditions.Truth.YES;
  }

  private static String dotted(List<Part> name) {
    var text = new StringBuilder();
    Parts.withoutSpace(name).forEach(part -> text.append(part.text()));
    return text.toString();
  }

  private void importRule(List<Part> parts) {
    if (parts.isEmpty() || !(parts.getFirst().is(Kind.STRING) || parts.getFirst().isAddress())) {
      return;
    }
    var first = parts.getFirst();
    String layer = null;
    boolean applies = true;
    int at = 1;
    for (; at < parts.size(); at++) {
      var part = parts.get(at);
      if (part.isName("layer")) {
        layer = "";
      } else if (part.isFunction("layer")) {
        layer = dotted(part.inside());
      } else if (part.isFunction("supports")) {
        var condition = part.inside();
        boolean bare =
            Parts.withoutSpace(condition).stream().anyMatch(each -> each.isDelimiter(":"));
        if (bare && !Supports.declaration(condition)) {
          return;
        }
        // Chromium loads it for other conditions whether they hold or not.
        applies = bare || Supports.hold(condition);
      } else if (!part.isSpace()) {
        break;
      }
    }
    imports.add(
        new Sheet.Import(
            first.is(Kind.STRING) ? first.text() : first.address(),
            applies ? List.copyOf(parts.subList(at, parts.size())) : Tokens.of("not all"),
            layer));
  }

  private void face(List<Part> body, List<Rule> rules) {
    var descriptors = new HashMap<String, List<Part>>();
    each(body, descriptors::put);
    var face = FontFace.of(descriptors, css);
    if (face != null) {
      weight += RULE;
      rules.add(new Rule.Face(face));
    }
  }

  private interface Said {
    void of(String name, List<Part> value);
  }

  private static void each(List<Part> body, Said said) {
    int from = 0;
    for (int i = 0; i <= body.size(); i++) {
      if (i < body.size() && !body.get(i).isDelimiter(";")) {
        continue;
      }
      var one = Parts.trimmed(body.subList(from, i));
      int colon = 0;
      while (colon < one.size() && !one.get(colon).isDelimiter(":")) {
        colon++;
      }
      if (colon < one.size() && one.getFirst().is(Kind.NAME)) {
        said.of(one.getFirst().lower(), Parts.trimmed(one.subList(colon + 1, one.size())));
      }
      from = i + 1;
    }
  }

  private void keyframes(List<Part> name, List<Part> body, List<Rule> rules) {
    var images = new ArrayList<Declaration>();
    for (var part : body) {
      if (part.isBlock("{")) {
        each(
            part.inside(),
            (property, value) -> {
              boolean loads =
                  Properties.of(property).stream().anyMatch(Properties.LOADING::contains);
              if (loads && Properties.isValid(property, value) && !Parts.hasVariable(value)) {
                images.add(new Declaration(property, List.copyOf(value), false));
              }
            });
      }
    }
    if (!images.isEmpty() && name.size() == 1) {
      weight += RULE * images.size();
      rules.add(new Rule.Keyframes(name.getFirst().text(), images));
    }
  }
}
