package io.crowdbench.agent.css;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What selectors test of an element.
final class Tests {

  /// Attributes of HTML whose values have no case (HTML, 4.16.2).
  private static final Set<String> CASELESS =
      Set.of(
          ("accept accept-charset align alink axis bgcolor charset checked clear codetype color"
                  + " compact declare defer dir direction disabled enctype face frame hreflang"
                  + " http-equiv lang language link media method multiple nohref noresize noshade"
                  + " nowrap readonly rel rev rules scope scrolling selected shape target text type"
                  + " valign valuetype vlink")
              .split(" "));

  private Tests() {}

  /// @param name in lower case
  record Type(String name) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      return element.normalName().equals(name);
    }
  }

  record Id(String id) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      var own = element.attr("id");
      return matching.quirks() ? own.equalsIgnoreCase(id) : own.equals(id);
    }
  }

  record Class(String name) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      return element.hasAttr("class") && matching.hasWord(element.attr("class"), name);
    }
  }

  /// @param operator how the value is compared; a space if the attribute need only be there
  record Attribute(String name, char operator, String value, boolean anyCase)
      implements Selector.Test {

    static Attribute of(String name, char operator, String value, boolean anyCase) {
      return new Attribute(name, operator, value, anyCase || CASELESS.contains(name));
    }

    @Override
    public boolean holds(Element element, Matching matching) {
      if (!element.attributes().hasKeyIgnoreCase(name)) {
        return false;
      }
      var own = folded(element.attributes().getIgnoreCase(name));
      var wanted = folded(value);
      return switch (operator) {
        case ' ' -> true;
        case '=' -> own.equals(wanted);
        case '~' -> Matching.hasWord(own, wanted, false);
        case '|' -> own.equals(wanted) || own.startsWith(wanted + "-");
        case '^' -> !wanted.isEmpty() && own.startsWith(wanted);
        case '$' -> !wanted.isEmpty() && own.endsWith(wanted);
        default -> !wanted.isEmpty() && own.contains(wanted);
      };
    }

    private String folded(String text) {
      return anyCase ? text.toLowerCase(Locale.ROOT) : text;
    }
  }

  /// `:is()`, `:where()`, and the `&` of nested rules.
  record AnyOf(List<Selector> selectors) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      for (var selector : selectors) {
        if (selector.pseudo().isEmpty() && selector.matches(element, matching)) {
          return true;
        }
      }
      return false;
    }
  }

  record NoneOf(List<Selector> selectors) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      return !new AnyOf(selectors).holds(element, matching);
    }
  }

  /// `:has()`: each selector is relative to the element.
  record Has(List<Selector> selectors) implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      var here = matching.scopedTo(element);
      // Whatever it may have is within its parent: in it, or behind it.
      var parent = element.parent();
      for (var e : parent == null ? element.getAllElements() : parent.getAllElements()) {
        if (e != element && new AnyOf(selectors).holds(e, here)) {
          return true;
        }
      }
      return false;
    }
  }

  /// The place among the siblings, counted from 1.
  ///
  /// @param step as in `step n + first`
  /// @param last true if counted from the end
  /// @param among which siblings count; empty for all
  record Nth(int step, int first, boolean last, boolean sameType, List<Selector> among)
      implements Selector.Test {

    @Override
    public boolean holds(Element element, Matching matching) {
      if (!among.isEmpty() && !new AnyOf(among).holds(element, matching)) {
        return false;
      }
      int place = 1;
      for (var e = next(element); e != null; e = next(e)) {
        boolean counts = !sameType || e.normalName().equals(element.normalName());
        if (counts && (among.isEmpty() || new AnyOf(among).holds(e, matching))) {
          place++;
        }
      }
      int rest = place - first;
      return step == 0 ? rest == 0 : rest % step == 0 && rest / step >= 0;
    }

    private @org.jspecify.annotations.Nullable Element next(Element element) {
      return last ? element.nextElementSibling() : element.previousElementSibling();
    }
  }
}
