package io.crowdbench.agent.css;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Pseudo-classes without brackets, on a page that has just come: nobody points at anything, has
/// written anything or been anywhere.
final class States {

  private static final Set<String> FIELDS = Set.of("input", "select", "textarea");

  private static final Set<String> DISABLED =
      Set.of("button", "input", "select", "textarea", "optgroup", "option", "fieldset");

  private static final Set<String> NEVER =
      Set.of(
          ("hover active focus focus-within focus-visible visited target user-valid user-invalid"
                  + " popover-open modal fullscreen picture-in-picture autofill -webkit-autofill"
                  + " -webkit-full-screen past future current host xr-overlay active-view-transition"
                  + " horizontal vertical start end increment decrement corner-present no-button"
                  + " single-button double-button window-inactive target-current target-before"
                  + " target-after interest-source interest-target -webkit-drag in-range"
                  + " out-of-range indeterminate")
              .split(" "));

  private static final Map<String, Selector.Test> TESTS =
      Map.ofEntries(
          Map.entry("root", (e, _) -> isRoot(e)),
          Map.entry("scope", (e, in) -> in.scope() == null ? isRoot(e) : e == in.scope()),
          Map.entry("link", (e, _) -> isLink(e)),
          Map.entry("any-link", (e, _) -> isLink(e)),
          Map.entry("-webkit-any-link", (e, _) -> isLink(e)),
          Map.entry("empty", (e, _) -> isEmpty(e)),
          Map.entry("defined", (e, _) -> !e.normalName().contains("-")),
          Map.entry("first-child", (e, _) -> e.previousElementSibling() == null),
          Map.entry("last-child", (e, _) -> e.nextElementSibling() == null),
          Map.entry(
              "only-child",
              (e, _) -> e.previousElementSibling() == null && e.nextElementSibling() == null),
          Map.entry("first-of-type", new Tests.Nth(0, 1, false, true, java.util.List.of())),
          Map.entry("last-of-type", new Tests.Nth(0, 1, true, true, java.util.List.of())),
          Map.entry(
              "only-of-type",
              (e, in) -> {
                var none = java.util.List.<Selector>of();
                return new Tests.Nth(0, 1, false, true, none).holds(e, in)
                    && new Tests.Nth(0, 1, true, true, none).holds(e, in);
              }),
          Map.entry("checked", (e, _) -> isChecked(e)),
          Map.entry("default", (e, _) -> isChecked(e)),
          Map.entry("disabled", (e, _) -> DISABLED.contains(e.normalName()) && isDisabled(e)),
          Map.entry("enabled", (e, _) -> DISABLED.contains(e.normalName()) && !isDisabled(e)),
          Map.entry("required", (e, _) -> isField(e) && e.hasAttr("required")),
          Map.entry("optional", (e, _) -> isField(e) && !e.hasAttr("required")),
          Map.entry("valid", (e, _) -> isField(e) && !lacksValue(e)),
          Map.entry("invalid", (e, _) -> isField(e) && lacksValue(e)),
          Map.entry("read-write", (e, _) -> isWritable(e)),
          Map.entry("read-only", (e, _) -> !isWritable(e)),
          Map.entry("placeholder-shown", (e, _) -> e.hasAttr("placeholder") && value(e).isEmpty()),
          Map.entry("open", (e, _) -> isOpenable(e) && e.hasAttr("open")));

  private States() {}

  /// Null for what Chromium does not know.
  static Selector.@Nullable Test of(String name) {
    return NEVER.contains(name) ? (_, _) -> false : TESTS.get(name);
  }

  private static boolean isRoot(Element e) {
    return e.parent() instanceof org.jsoup.nodes.Document;
  }

  private static boolean isLink(Element e) {
    return e.hasAttr("href") && (e.normalName().equals("a") || e.normalName().equals("area"));
  }

  private static boolean isEmpty(Element e) {
    return e.childNodes().stream()
        .noneMatch(node ->
            node instanceof Element
                || (node instanceof TextNode text && !text.getWholeText().isEmpty()));
  }

  private static boolean isOpenable(Element e) {
    return e.normalName().equals("details") || e.normalName().equals("dialog");
  }

  private static boolean isChecked(Element e) {
    return switch (e.normalName()) {
      case "input" -> e.hasAttr("checked");
      case "option" -> e.hasAttr("selected");
      default -> false;
    };
  }

  private static boolean isDisabled(Element e) {
    if (e.hasAttr("disabled")) {
      return true;
    }
    var fieldset = e.parent() == null ? null : e.parent().closest("fieldset[disabled]");
    return fieldset != null && !e.normalName().startsWith("opt");
  }

  private static boolean isField(Element e) {
    return FIELDS.contains(e.normalName());
  }

  private static boolean lacksValue(Element e) {
    return e.hasAttr("required")
        && value(e).isEmpty()
        && !(e.normalName().equals("select") && e.selectFirst("option") != null)
        && !e.hasAttr("checked");
  }

  private static String value(Element e) {
    return e.normalName().equals("textarea") ? e.wholeText() : e.attr("value");
  }

  private static boolean isWritable(Element e) {
    if (e.hasAttr("contenteditable")) {
      return !e.attr("contenteditable").equalsIgnoreCase("false");
    }
    boolean text =
        e.normalName().equals("textarea")
            || (e.normalName().equals("input")
                && !Set.of(
                        "checkbox",
                        "radio",
                        "button",
                        "submit",
                        "reset",
                        "image",
                        "hidden",
                        "file",
                        "color",
                        "range")
                    .contains(e.attr("type").toLowerCase(java.util.Locale.ROOT)));
    return text && !e.hasAttr("readonly") && !isDisabled(e);
  }
}
