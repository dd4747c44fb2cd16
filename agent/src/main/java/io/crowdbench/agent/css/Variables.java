package io.crowdbench.agent.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Custom properties of one element, and values with them put in (CSS Custom Properties Level 1).
final class Variables {

  static final Variables NONE = new Variables(Map.of());

  /// Names of names of names: deeper is taken for a circle.
  private static final int MAX_DEPTH = 32;

  /// A value may grow by a factor with each variable; browsers set a limit as well.
  private static final int MAX_PARTS = 10_000;

  private final Map<String, List<Part>> values;

  private Variables(Map<String, List<Part>> values) {
    this.values = values;
  }

  /// Those, and what an element says beside.
  Variables with(Map<String, List<Part>> own) {
    if (own.isEmpty()) {
      return this;
    }
    var all = new HashMap<>(values);
    own.forEach((name, value) -> {
      switch (Parts.onlyName(value)) {
        case "initial" -> all.remove(name);
        case "inherit", "unset", "revert", "revert-layer" -> {}
        default -> all.put(name, value);
      }
    });
    return new Variables(all);
  }

  /// The value with all variables put in; null if one is not there.
  @Nullable List<Part> put(List<Part> value) {
    if (!Parts.hasVariable(value)) {
      return value;
    }
    var all = new ArrayList<Part>();
    return put(value, all, 0) ? all : null;
  }

  private boolean put(List<Part> value, List<Part> into, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    for (var part : value) {
      if (into.size() > MAX_PARTS) {
        return false;
      }
      if (part.isFunction("var")) {
        if (!variable(part, into, depth)) {
          return false;
        }
      } else if (Parts.hasVariable(part.inside())) {
        var inside = new ArrayList<Part>();
        if (!put(part.inside(), inside, depth + 1)) {
          return false;
        }
        into.add(
            new Part(part.kind(), part.text(), part.number(), inside, part.start(), part.end()));
      } else {
        into.add(part);
      }
    }
    return true;
  }

  private boolean variable(Part part, List<Part> into, int depth) {
    var inside = Parts.trimmed(part.inside());
    if (inside.isEmpty()) {
      return false;
    }
    int before = into.size();
    var own = values.get(inside.getFirst().text());
    if (own != null && put(own, into, depth + 1)) {
      return true;
    }
    into.subList(before, into.size()).clear();
    int comma = 1;
    while (comma < inside.size() && !inside.get(comma).isDelimiter(",")) {
      comma++;
    }
    return comma < inside.size() && put(inside.subList(comma + 1, inside.size()), into, depth + 1);
  }
}
