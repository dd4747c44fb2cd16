package io.crowdbench.agent.css;

import java.util.List;
import java.util.function.Function;

/// Conditions put together by `and`, `or`, `not` and brackets, in three values: what a browser does
/// not know is neither true nor false (Media Queries Level 4, section 3.1).
final class Conditions {

  enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean yes) {
      return yes ? YES : NO;
    }

    Truth not() {
      return this == UNKNOWN ? UNKNOWN : of(this == NO);
    }
  }

  private Conditions() {}

  /// @param parts the condition, without space
  /// @param feature what a function, or a block without conditions in it, comes to
  static Truth of(List<Part> parts, Function<Part, Truth> feature) {
    if (parts.isEmpty()) {
      return Truth.UNKNOWN;
    }
    if (parts.getFirst().isName("not")) {
      return parts.size() == 2 ? one(parts.get(1), feature).not() : Truth.UNKNOWN;
    }
    var all = one(parts.getFirst(), feature);
    for (int i = 1; i < parts.size(); i += 2) {
      boolean and = parts.get(i).isName("and");
      if (i + 1 == parts.size() || !(and || parts.get(i).isName("or"))) {
        return Truth.UNKNOWN;
      }
      var next = one(parts.get(i + 1), feature);
      var decides = and ? Truth.NO : Truth.YES;
      if (all != decides && (next == decides || next == Truth.UNKNOWN)) {
        all = next;
      }
    }
    return all;
  }

  private static Truth one(Part part, Function<Part, Truth> feature) {
    if (part.isBlock("(")) {
      var inside = Parts.withoutSpace(part.inside());
      boolean nested =
          !inside.isEmpty()
              && (inside.getFirst().isBlock("(")
                  || (inside.getFirst().isName("not") && inside.size() > 1)
                  || (inside.getFirst().is(Part.Kind.FUNCTION)
                      && inside.stream().noneMatch(Conditions::compares)));
      if (nested) {
        return of(inside, feature);
      }
    }
    return feature.apply(part);
  }

  private static boolean compares(Part part) {
    return part.isDelimiter("<") || part.isDelimiter(">") || part.isDelimiter("=");
  }
}
