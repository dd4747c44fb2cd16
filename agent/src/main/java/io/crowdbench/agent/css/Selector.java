package io.crowdbench.agent.css;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One selector (Selectors Level 4): the compound that its element is of, before it what stands
/// around that element.
///
/// @param pseudo the pseudo-element in lower case; empty for the element itself
/// @param specificity ids, classes and types, in 10 bits each
record Selector(Compound subject, String pseudo, int specificity) {

  static final int ID = 1 << 20;
  static final int CLASS = 1 << 10;
  static final int TYPE = 1;

  /// What must hold for one element.
  interface Test {
    boolean holds(Element element, Matching matching);
  }

  /// @param combinator how it stands to the one before: a space, `>`, `+` or `~`
  record Compound(List<Test> tests, char combinator, @Nullable Compound before) {

    boolean matches(Element element, Matching matching) {
      for (var test : tests) {
        if (!test.holds(element, matching)) {
          return false;
        }
      }
      return before == null || others(before, element, matching);
    }

    private boolean others(Compound other, Element element, Matching matching) {
      return switch (combinator) {
        case '>' -> fits(other, element.parent(), matching);
        case '+' -> fits(other, element.previousElementSibling(), matching);
        case '~' -> {
          for (var e = element.previousElementSibling();
              e != null;
              e = e.previousElementSibling()) {
            if (other.matches(e, matching)) {
              yield true;
            }
          }
          yield false;
        }
        default -> {
          for (var e = element.parent(); e != null; e = e.parent()) {
            if (fits(other, e, matching)) {
              yield true;
            }
          }
          yield false;
        }
      };
    }

    private static boolean fits(Compound other, @Nullable Element element, Matching matching) {
      // The document itself is an element to jsoup, and to nobody else.
      return element != null && element.parent() != null && other.matches(element, matching);
    }
  }

  boolean matches(Element element, Matching matching) {
    return subject.matches(element, matching);
  }
}
