package io.crowdbench.agent.css;

import io.crowdbench.agent.address.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Of all that is said of one element, or of one of its pseudo-elements, what holds for each
/// property (CSS Cascading and Inheritance Level 5, section 6.1).
final class Winners {

  private static final int INLINE = 4_095;

  private record Winner(long weight, Declaration declaration, Address base) {}

  private final Set<String> variables;
  private final Map<String, Winner> winners = new LinkedHashMap<>();

  /// @param variables the custom properties that are of interest
  Winners(Set<String> variables) {
    this.variables = variables;
  }

  void add(RuleIndex.Entry entry) {
    for (var declaration : entry.declarations()) {
      int layer = entry.layer().rank();
      int rank = declaration.important() ? Layers.NONE - layer : layer;
      long weight = ((long) entry.selector().specificity() << 20) | entry.order();
      add(declaration, entry.base(), rank, weight);
    }
  }

  /// What a `style` attribute says.
  void add(List<Declaration> own, Address base) {
    own.forEach(declaration -> add(declaration, base, INLINE, 0));
  }

  private void add(Declaration declaration, Address base, int rank, long rest) {
    if (declaration.property().startsWith("--") && !variables.contains(declaration.property())) {
      return;
    }
    long weight = (declaration.important() ? 1L << 62 : 0) | (long) rank << 50 | rest;
    for (var longhand : Properties.of(declaration.property())) {
      var before = winners.get(longhand);
      if (before == null || weight >= before.weight()) {
        winners.put(longhand, new Winner(weight, declaration, base));
      }
    }
  }

  boolean isEmpty() {
    return winners.isEmpty();
  }

  /// True if animations can't change it.
  boolean isImportant(String property) {
    return Properties.of(property).stream()
        .map(winners::get)
        .anyMatch(winner -> winner != null && winner.declaration().important());
  }

  boolean has(String longhand) {
    return winners.containsKey(longhand);
  }

  Variables variables(Variables inherited) {
    var own = new HashMap<String, List<Part>>();
    winners.forEach((name, winner) -> {
      if (name.startsWith("--")) {
        own.put(name, winner.declaration().value());
      }
    });
    return inherited.with(own);
  }

  /// What holds for a longhand, with variables put in; null where nothing is said, or nothing that
  /// makes sense.
  @Nullable List<Part> value(String longhand, Variables known) {
    var winner = winners.get(longhand);
    if (winner == null) {
      return null;
    }
    var declaration = winner.declaration();
    if (!Parts.hasVariable(declaration.value())) {
      return Properties.longhand(declaration.property(), longhand, declaration.value());
    }
    var whole = known.put(declaration.value());
    if (whole == null) {
      return null;
    }
    var value = Parts.trimmed(whole);
    return Properties.isValid(declaration.property(), value)
        ? Properties.longhand(declaration.property(), longhand, value)
        : null;
  }

  /// All values that load what they name, with what addresses in them are relative to.
  void loading(Variables known, BiConsumer<List<Part>, Address> each) {
    winners.forEach((longhand, winner) -> {
      if (Properties.LOADING.contains(longhand)) {
        var value = value(longhand, known);
        if (value != null) {
          each.accept(value, winner.base());
        }
      }
    });
  }
}
