package io.crowdbench.agent.css;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cascade layers in their order (CSS Cascading and Inheritance Level 5, section 6.4).
final class Layers {

  /// Of what is in no layer, which counts more than all that is.
  static final int NONE = 4_000;

  /// A layer and those in it.
  static final class Layer {
    private final Map<String, Layer> inside = new LinkedHashMap<>();
    private int rank = NONE;

    /// The layer of that name in this one.
    ///
    /// @param path with dots; empty for one without a name, which is another each time
    Layer in(String path) {
      if (path.isEmpty()) {
        return inside.computeIfAbsent(" " + inside.size(), _ -> new Layer());
      }
      var layer = this;
      for (var name : path.split("\\.", -1)) {
        layer = layer.inside.computeIfAbsent(name, _ -> new Layer());
      }
      return layer;
    }

    /// The higher counts more. Known once all are there.
    int rank() {
      return rank;
    }

    private int number(int from) {
      int next = from;
      for (var layer : inside.values()) {
        next = layer.number(next);
        layer.rank = Math.min(next++, NONE - 1);
      }
      return next;
    }
  }

  private final Layer root = new Layer();

  Layer root() {
    return root;
  }

  /// All are there.
  void number() {
    var _ = root.number(0);
  }
}
