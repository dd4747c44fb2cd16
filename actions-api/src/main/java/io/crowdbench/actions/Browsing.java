package io.crowdbench.actions;

/// What a user looks at pages with, which decides what [User#visit(String)] loads: see
/// [User#browsing(Browsing)]. Immutable; two with the same content are equal.
///
/// ```java
/// user.browsing(Browsing.standard().screen(390, 844).density(3).withoutLazyImages());
/// ```
///
/// @param width of the window in pixels of CSS
/// @param height likewise
/// @param density pixels of the screen for one of CSS
/// @param lazyImages if images and frames are loaded that are marked to come as they are scrolled
///   to
/// @param prefetch if pages are loaded that are named for later
/// @param favicon if `/favicon.ico` is asked for where a page names no icon
public record Browsing(
    int width, int height, double density, boolean lazyImages, boolean prefetch, boolean favicon) {

  private static final Browsing STANDARD = new Browsing(1280, 720, 1, true, true, false);

  /// @throws IllegalArgumentException for a screen without width, height or density
  public Browsing {
    if (width <= 0 || height <= 0 || !(density > 0)) {
      throw new IllegalArgumentException(
          "Could not browse on a screen of %d x %d with a density of %s: all three must be above 0."
              .formatted(width, height, density));
    }
  }

  /// What a user has unless told otherwise: a desktop's window of 1280 × 720 with a density of 1,
  /// scrolled to its end; what is named for later is loaded, and no `/favicon.ico`.
  public static Browsing standard() {
    return STANDARD;
  }

  /// Looks through a window of that size.
  ///
  /// @param newWidth in pixels of CSS
  /// @param newHeight likewise
  public Browsing screen(int newWidth, int newHeight) {
    return new Browsing(newWidth, newHeight, density, lazyImages, prefetch, favicon);
  }

  /// Has a screen with that many pixels for one of CSS, such as 2 or 3.
  public Browsing density(double pixels) {
    return new Browsing(width, height, pixels, lazyImages, prefetch, favicon);
  }

  /// Never scrolls: leaves out images and frames with `loading=lazy`.
  public Browsing withoutLazyImages() {
    return new Browsing(width, height, density, false, prefetch, favicon);
  }

  /// Leaves out what pages name for later with `rel=prefetch`.
  public Browsing withoutPrefetch() {
    return new Browsing(width, height, density, lazyImages, false, favicon);
  }

  /// Asks for `/favicon.ico` where a page names no icon, as a browser does that has not been to the
  /// site before. It may be missing.
  public Browsing withFavicon() {
    return new Browsing(width, height, density, lazyImages, prefetch, true);
  }
}
