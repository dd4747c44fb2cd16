package io.crowdbench.actions;

import java.util.Optional;

/// An element of an HTML page that [Response#select(String)] has found.
public interface Element {

  /// The text in it and in all that it holds, with white space as a browser shows it.
  String text();

  /// The attribute's value, as it is written in the page; empty where it has none of that name.
  ///
  /// @param name in any case of letters, such as `href`
  Optional<String> attribute(String name);

  /// The whole address in an attribute, such as a link's `href` or a form's `action`, as a browser
  /// goes there: relative to the page's address, or to what its `base` says. Empty where there is
  /// no such attribute, or no address in it.
  ///
  /// @param attribute in any case of letters
  Optional<String> address(String attribute);
}
