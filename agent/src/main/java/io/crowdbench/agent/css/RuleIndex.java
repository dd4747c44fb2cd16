package io.crowdbench.agent.css;

import io.crowdbench.agent.address.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;

/// The rules of all of a page's style sheets that are for its screen, by what their elements are
/// named, so that few are tried on each. Never changes, and may be shared.
public final class RuleIndex {

  /// One selector of a rule.
  ///
  /// @param order the later counts more
  record Entry(
      Selector selector,
      List<Declaration> declarations,
      Address base,
      Layers.Layer layer,
      int order) {}

  /// @param base what the addresses in it are relative to
  record FacedAt(FontFace face, Address base) {}

  /// @param base likewise
  record MovingAt(List<Declaration> images, Address base) {}

  private final Screen screen;
  private final Layers layers = new Layers();
  private final Map<String, List<Entry>> byId = new HashMap<>();
  private final Map<String, List<Entry>> byClass = new HashMap<>();
  private final Map<String, List<Entry>> byType = new HashMap<>();
  private final List<Entry> others = new ArrayList<>();
  private final List<FacedAt> faces = new ArrayList<>();
  private final Map<String, MovingAt> keyframes = new HashMap<>();
  private final Set<String> variables = new HashSet<>();
  private int order;

  /// @param sheets in the page's order
  public RuleIndex(List<LoadedSheet> sheets, Screen screen) {
    this.screen = screen;
    sheets.forEach(sheet -> add(sheet, layers.root()));
    layers.number();
  }

  private void add(LoadedSheet loaded, Layers.Layer layer) {
    var imports = loaded.sheet().imports();
    for (int i = 0; i < imports.size() && i < loaded.imports().size(); i++) {
      var one = imports.get(i);
      var in = one.layer() == null ? layer : layer.in(one.layer());
      var imported = loaded.imports().get(i);
      if (imported != null && one.isFor(screen)) {
        add(imported, in);
      }
    }
    add(loaded.sheet().rules(), loaded.base(), layer);
  }

  private void add(List<Rule> rules, Address base, Layers.Layer layer) {
    for (var rule : rules) {
      switch (rule) {
        case Rule.Style(var selectors, var declarations) -> {
          order++;
          selectors.forEach(each -> put(new Entry(each, declarations, base, layer, order)));
          declarations.forEach(each -> variables(each.value(), variables));
        }
        case Rule.When(var holds, var inside) -> {
          if (holds.test(screen)) {
            add(inside, base, layer);
          }
        }
        case Rule.Layer(var name, var inside) ->
            add(inside, base, layer.in(name == null ? "" : name));
        case Rule.LayerOrder(var names) -> names.forEach(layer::in);
        case Rule.Face(var face) -> faces.add(new FacedAt(face, base));
        case Rule.Keyframes(var name, var images) ->
            keyframes.put(name, new MovingAt(images, base));
      }
    }
  }

  private void put(Entry entry) {
    for (var test : entry.selector().subject().tests()) {
      switch (test) {
        case Tests.Id(var id) -> {
          put(byId, id.toLowerCase(java.util.Locale.ROOT), entry);
          return;
        }
        case Tests.Class(var name) -> {
          put(byClass, name.toLowerCase(java.util.Locale.ROOT), entry);
          return;
        }
        default -> {}
      }
    }
    for (var test : entry.selector().subject().tests()) {
      if (test instanceof Tests.Type(var name)) {
        put(byType, name, entry);
        return;
      }
    }
    others.add(entry);
  }

  private static void put(Map<String, List<Entry>> map, String key, Entry entry) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
  }

  /// Those that may be for the element, to be tried.
  void candidates(Element element, Consumer<Entry> each) {
    if (!byId.isEmpty() && element.hasAttr("id")) {
      byId.getOrDefault(element.attr("id").toLowerCase(java.util.Locale.ROOT), List.of())
          .forEach(each);
    }
    if (!byClass.isEmpty() && element.hasAttr("class")) {
      var seen = new HashSet<String>();
      for (var name : element.attr("class").toLowerCase(java.util.Locale.ROOT).split("\\s+", -1)) {
        if (seen.add(name)) {
          byClass.getOrDefault(name, List.of()).forEach(each);
        }
      }
    }
    byType.getOrDefault(element.normalName(), List.of()).forEach(each);
    others.forEach(each);
  }

  /// The names of the variables that values use; the others need not be known.
  Set<String> variables() {
    return variables;
  }

  /// Finds those that a value uses.
  static void variables(List<Part> value, Set<String> into) {
    for (var part : value) {
      if (part.isFunction("var")) {
        var name = Parts.trimmed(part.inside());
        if (!name.isEmpty()) {
          into.add(name.getFirst().text());
        }
      }
      if (!part.inside().isEmpty()) {
        variables(part.inside(), into);
      }
    }
  }

  Screen screen() {
    return screen;
  }

  List<FacedAt> faces() {
    return faces;
  }

  Map<String, MovingAt> keyframes() {
    return keyframes;
  }
}
