package io.crowdbench.bundles;

/// Files that tests upload.
final class Uploads {

  private Uploads() {}

  /// An action that does nothing.
  static String action(String name) {
    return """
    package shop;

    import io.crowdbench.actions.Action;
    import io.crowdbench.actions.User;

    public class %s implements Action {
      @Override
      public void run(User user) {}
    }
    """
        .formatted(name);
  }
}
