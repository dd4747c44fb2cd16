package io.crowdbench.messages.sample;

/// Names of series of the kind [Kind#RESOURCE], such as `visit GET / > GET /logo.png`: the visit as
/// its group is named, and the request.
public final class ResourceName {

  private static final String WITHIN = " > ";

  private ResourceName() {}

  public static String of(String visit, String operation) {
    return visit + WITHIN + operation;
  }

  /// Empty for a name that tells of none.
  public static String visit(String name) {
    int at = name.lastIndexOf(WITHIN);
    return at < 0 ? "" : name.substring(0, at);
  }

  /// The request alone.
  public static String operation(String name) {
    int at = name.lastIndexOf(WITHIN);
    return at < 0 ? name : name.substring(at + WITHIN.length());
  }
}
