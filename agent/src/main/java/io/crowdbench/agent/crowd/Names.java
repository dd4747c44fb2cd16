package io.crowdbench.agent.crowd;

import java.util.regex.Pattern;

/// Names an operation by its method and path, with ids taken out: a thousand products are one name.
final class Names {

  private static final Pattern ID =
      Pattern.compile(
          "\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}"
              // letters and digits mixed and long: an opaque token
              + "|(?=[^/]*\\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_-]{20,}");

  private Names() {}

  static String of(String method, String path) {
    var name = new StringBuilder(method).append(' ');
    if (path.isEmpty()) {
      return name.append('/').toString();
    }
    for (var part : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
      name.append('/').append(ID.matcher(part).matches() ? "{id}" : part);
    }
    return name.toString();
  }
}
