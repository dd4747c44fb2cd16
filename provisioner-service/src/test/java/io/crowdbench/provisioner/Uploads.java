package io.crowdbench.provisioner;

/// Files that tests upload.
public final class Uploads {

  private Uploads() {}

  /// An action that does nothing.
  public static String action(String name) {
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
