package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Screen;

/// Something that a page loads.
///
/// @param referrer the page or style sheet that names it
/// @param screen what it is looked at on, which in a frame is the frame
/// @param depth how many pages or style sheets it stands in
public record Resource(Address address, Sort sort, Address referrer, Screen screen, int depth) {

  /// What it is for, which decides what a browser asks for, and what it looks for in it. Fonts and
  /// whatever else there is are others.
  public enum Sort {
    STYLE("text/css,*/*;q=0.1"),
    SCRIPT("*/*"),
    MODULE("*/*"),
    /// A module that is loaded before anybody imports it; what it imports itself is not.
    MODULE_FOR_LATER("*/*"),
    IMAGE("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"),
    /// Of a web application.
    MANIFEST("*/*"),
    FRAME("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    /// `/favicon.ico`, which need not be there.
    FAVICON("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"),
    OTHER("*/*");

    private final String accept;

    Sort(String accept) {
      this.accept = accept;
    }

    /// What a browser asks for, as the value of the Accept header.
    public String accept() {
      return accept;
    }

    boolean isModule() {
      return this == MODULE || this == MODULE_FOR_LATER;
    }

    /// True if what is in it says what else is loaded.
    boolean isLookedInto() {
      return this == STYLE || isModule() || this == FRAME || this == MANIFEST;
    }
  }
}
