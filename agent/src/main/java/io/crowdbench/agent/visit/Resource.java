package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;

/// Something a page or style sheet embeds.
public record Resource(Address address, Sort sort) {

  /// What it is for, which decides what a browser asks for. Fonts and whatever else there is are
  /// others.
  public enum Sort {
    STYLE("text/css,*/*;q=0.1"),
    SCRIPT("*/*"),
    IMAGE("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"),
    OTHER("*/*");

    private final String accept;

    Sort(String accept) {
      this.accept = accept;
    }

    /// What a browser asks for, as the value of the Accept header.
    public String accept() {
      return accept;
    }
  }
}
