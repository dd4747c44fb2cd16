package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import io.crowdbench.agent.css.Selector.Compound;
import io.crowdbench.agent.css.Selector.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads selectors as Chromium does, and refuses those that it does not know.
final class SelectorReader {

  private static final Set<String> ONE_COLON =
      Set.of("before", "after", "first-line", "first-letter");

  private static final Set<String> PSEUDO_ELEMENTS =
      Set.of(
          ("before after first-line first-letter marker placeholder selection backdrop"
                  + " file-selector-button cue target-text highlight part slotted details-content"
                  + " view-transition spelling-error grammar-error picker picker-icon checkmark"
                  + " scroll-button scroll-marker scroll-marker-group column search-text")
              .split(" "));

  /// Not a selector, or none that Chromium knows; its rule is left out.
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super(null, null, false, false);
    }
  }

  /// What `&` stands for; null outside of nested rules.
  private final @Nullable List<Selector> parents;

  private SelectorReader(@Nullable List<Selector> parents) {
    this.parents = parents;
  }

  /// The selectors between the commas; none if one of them is unknown.
  ///
  /// @param parents those of the rule around it; null if there is none
  static List<Selector> read(List<Part> parts, @Nullable List<Selector> parents) {
    try {
      return new SelectorReader(parents).list(parts, parents != null, ' ');
    } catch (Unknown e) {
      return List.of();
    }
  }

  static boolean supports(List<Part> parts) {
    var read = read(parts, null);
    return read.size() == 1 && !read.getFirst().pseudo().startsWith("-webkit-");
  }

  private List<Selector> list(List<Part> parts, boolean nested, char relative) {
    var all = new ArrayList<Selector>();
    for (var one : Parts.byCommas(parts)) {
      all.add(one(one, nested, relative));
    }
    return all;
  }

  /// Leaves out what is unknown.
  private List<Selector> forgiving(List<Part> parts) {
    var all = new ArrayList<Selector>();
    for (var one : Parts.byCommas(parts)) {
      try {
        all.add(one(one, false, ' '));
      } catch (Unknown e) {
        continue;
      }
    }
    return all;
  }

  /// @param nested if it is relative to the rule around it, unless it names that itself
  /// @param relative `h` if it is relative to an element, as in `:has()`
  private Selector one(List<Part> parts, boolean nested, char relative) {
    var chain = new Chain();
    if (relative == 'h') {
      chain.begin(List.of((e, in) -> e == in.scope()), 0);
    } else if (nested && parts.stream().noneMatch(SelectorReader::namesParent)) {
      chain.begin(List.of(parent()), most(parents()));
    } else if (nested && !parts.isEmpty() && combinator(parts.getFirst()) != 0) {
      chain.begin(List.of(parent()), most(parents()));
    }
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      char combinator = part.isSpace() ? ' ' : combinator(part);
      if (combinator != 0) {
        chain.combine(combinator);
      } else {
        i = chain.add(parts, i);
      }
    }
    return chain.whole();
  }

  private static boolean namesParent(Part part) {
    return part.isDelimiter("&") || part.inside().stream().anyMatch(SelectorReader::namesParent);
  }

  private List<Selector> parents() {
    return parents == null ? List.of() : parents;
  }

  private Test parent() {
    return parents == null
        ? (e, in) -> e.parent() instanceof org.jsoup.nodes.Document
        : new Tests.AnyOf(parents);
  }

  private static char combinator(Part part) {
    return part.isDelimiter(">") || part.isDelimiter("+") || part.isDelimiter("~")
        ? part.text().charAt(0)
        : 0;
  }

  private static int most(List<Selector> selectors) {
    return selectors.stream().mapToInt(Selector::specificity).max().orElse(0);
  }

  /// A selector as it grows from left to right.
  private final class Chain {

    private @Nullable Compound before;
    private char combinator = ' ';
    private List<Test> tests = new ArrayList<>();
    private boolean filled;
    private boolean open;
    private int specificity;
    private String pseudo = "";

    void begin(List<Test> first, int weight) {
      tests.addAll(first);
      filled = true;
      specificity = weight;
      combine(' ');
    }

    void combine(char with) {
      if (filled) {
        if (!pseudo.isEmpty()) {
          throw new Unknown();
        }
        before = new Compound(List.copyOf(tests), combinator, before);
        tests = new ArrayList<>();
        filled = false;
        combinator = with;
        open = true;
      } else if (open && combinator == ' ') {
        combinator = with;
      } else if (with != ' ') {
        throw new Unknown();
      }
    }

    Selector whole() {
      if (!filled) {
        throw new Unknown();
      }
      return new Selector(
          new Compound(List.copyOf(tests), combinator, before), pseudo, specificity);
    }

    /// @return the last part that was read
    int add(List<Part> parts, int at) {
      var part = parts.get(at);
      filled = true;
      switch (part.kind()) {
        case NAME -> {
          if (at + 1 < parts.size() && parts.get(at + 1).isDelimiter("|")) {
            throw new Unknown();
          }
          tests.add(new Tests.Type(part.lower()));
          specificity += Selector.TYPE;
        }
        case HASH -> {
          if (part.number() == 0) {
            throw new Unknown();
          }
          tests.addFirst(new Tests.Id(part.text()));
          specificity += Selector.ID;
        }
        case BLOCK -> {
          tests.add(attribute(part));
          specificity += Selector.CLASS;
        }
        case DELIMITER -> {
          return delimiter(parts, at);
        }
        default -> throw new Unknown();
      }
      return at;
    }

    private int delimiter(List<Part> parts, int at) {
      var next = at + 1 < parts.size() ? parts.get(at + 1) : null;
      switch (parts.get(at).text()) {
        case "*" -> {
          return next != null && next.isDelimiter("|") ? at + 1 : at;
        }
        case "&" -> {
          tests.add(parent());
          specificity += most(parents());
          return at;
        }
        case "." -> {
          if (next == null || !next.is(Kind.NAME)) {
            throw new Unknown();
          }
          tests.add(new Tests.Class(next.text()));
          specificity += Selector.CLASS;
          return at + 1;
        }
        case ":" -> {
          if (next != null && next.isDelimiter(":") && at + 2 < parts.size()) {
            pseudoElement(parts.get(at + 2).lower());
            return at + 2;
          }
          if (next == null) {
            throw new Unknown();
          }
          pseudoClass(next);
          return at + 1;
        }
        default -> throw new Unknown();
      }
    }

    private void pseudoElement(String name) {
      if (!PSEUDO_ELEMENTS.contains(name) && !name.startsWith("-webkit-")) {
        throw new Unknown();
      }
      pseudo = name.equals("-webkit-input-placeholder") ? "placeholder" : name;
      specificity += Selector.TYPE;
    }

    private void pseudoClass(Part part) {
      var name = part.lower();
      if (part.is(Kind.NAME) && ONE_COLON.contains(name)) {
        pseudoElement(name);
        return;
      }
      if (!pseudo.isEmpty()) {
        // A state of a pseudo-element.
        tests.add((_, _) -> false);
      }
      var test =
          part.is(Kind.NAME) ? States.of(name) : part.is(Kind.FUNCTION) ? function(part) : null;
      if (test == null) {
        throw new Unknown();
      }
      tests.add(test);
      if (part.is(Kind.NAME)) {
        specificity += Selector.CLASS;
      }
    }

    private @Nullable Test function(Part part) {
      switch (part.lower()) {
        case "is", "-webkit-any" -> {
          var inside = forgiving(part.inside());
          specificity += most(inside);
          return new Tests.AnyOf(inside);
        }
        case "where" -> {
          return new Tests.AnyOf(forgiving(part.inside()));
        }
        case "not" -> {
          var inside = list(part.inside(), false, ' ');
          specificity += most(inside);
          return new Tests.NoneOf(inside);
        }
        case "has" -> {
          var inside = list(part.inside(), false, 'h');
          specificity += most(inside);
          return new Tests.Has(inside);
        }
        case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type" -> {
          specificity += Selector.CLASS;
          return nth(part);
        }
        case "lang" -> {
          specificity += Selector.CLASS;
          var wanted = Parts.withoutSpace(part.inside());
          return (e, _) -> speaks(e, wanted);
        }
        case "dir" -> {
          specificity += Selector.CLASS;
          var wanted = Parts.onlyName(part.inside());
          return (e, _) -> {
            var own = e.closest("[dir]");
            boolean right = own != null && own.attr("dir").equalsIgnoreCase("rtl");
            return wanted.equals(right ? "rtl" : "ltr");
          };
        }
        case "host", "host-context", "state" -> {
          specificity += Selector.CLASS;
          return (_, _) -> false;
        }
        default -> {
          return null;
        }
      }
    }

    private Test nth(Part part) {
      var inside = Parts.trimmed(part.inside());
      int of = 0;
      while (of < inside.size() && !inside.get(of).isName("of")) {
        of++;
      }
      var among =
          of < inside.size()
              ? list(inside.subList(of + 1, inside.size()), false, ' ')
              : List.<Selector>of();
      specificity += most(among);
      var steps = Steps.of(inside.subList(0, of));
      if (steps == null) {
        throw new Unknown();
      }
      var name = part.lower();
      return new Tests.Nth(
          steps.step(), steps.first(), name.contains("last"), name.endsWith("type"), among);
    }
  }

  private static boolean speaks(org.jsoup.nodes.Element element, List<Part> languages) {
    var own = element.closest("[lang]");
    var language = own == null ? "" : own.attr("lang").toLowerCase(java.util.Locale.ROOT);
    return languages.stream()
        .filter(part -> part.is(Kind.NAME) || part.is(Kind.STRING))
        .map(Part::lower)
        .anyMatch(wanted -> language.equals(wanted) || language.startsWith(wanted + "-"));
  }

  private static Test attribute(Part block) {
    if (!block.isBlock("[")) {
      throw new Unknown();
    }
    var inside = Parts.withoutSpace(block.inside());
    if (inside.size() > 2 && inside.getFirst().isDelimiter("*") && inside.get(1).isDelimiter("|")) {
      inside = inside.subList(2, inside.size());
    }
    if (inside.isEmpty() || !inside.getFirst().is(Kind.NAME)) {
      throw new Unknown();
    }
    var name = inside.getFirst().lower();
    if (inside.size() == 1) {
      return Tests.Attribute.of(name, ' ', "", false);
    }
    int equals = inside.get(1).isDelimiter("=") ? 1 : 2;
    if (inside.size() < equals + 2 || !inside.get(equals).isDelimiter("=")) {
      throw new Unknown();
    }
    var operator = inside.get(1).text().charAt(0);
    var value = inside.get(equals + 1);
    boolean known =
        "=~|^$*".indexOf(operator) >= 0 && (value.is(Kind.NAME) || value.is(Kind.STRING));
    boolean flagged = inside.size() == equals + 3 && inside.getLast().is(Kind.NAME);
    if (!known || (inside.size() > equals + 2 && !flagged)) {
      throw new Unknown();
    }
    boolean anyCase = flagged && inside.getLast().isName("i");
    return flagged && inside.getLast().isName("s")
        ? new Tests.Attribute(name, operator, value.text(), false)
        : Tests.Attribute.of(name, operator, value.text(), anyCase);
  }
}
