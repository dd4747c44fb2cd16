package io.crowdbench.agent.css;

/// What a page is looked at on.
///
/// @param width of the window in pixels of CSS
/// @param height likewise
/// @param density pixels of the screen for one of CSS
public record Screen(int width, int height, double density) {

  /// False in a frame that is not displayed: styles load nothing there.
  public boolean isShown() {
    return width > 0 && height > 0;
  }

  /// The same screen, seen through a frame.
  public Screen framed(int frameWidth, int frameHeight) {
    return new Screen(frameWidth, frameHeight, density);
  }
}
