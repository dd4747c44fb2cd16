package io.crowdbench.agent.operation;

import io.crowdbench.agent.http.RequestHead;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Names an operation by its method and path, with ids taken out: a thousand products are one name.
public final class OperationNames {

  private static final Pattern ID =
      Pattern.compile(
          "\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}"
              // letters and digits mixed and long: an opaque token
              + "|(?=[^/]*\\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_-]{20,}");

  private static final int MAX_KEPT = 1_000;

  /// Names by path by method: most requests of a crowd go to the same few paths.
  private static final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

  private OperationNames() {}

  public static String of(RequestHead request) {
    return of(request.method(), request.address().getRawPath());
  }

  /// @param method or another word that tells apart what happens on one path
  public static String of(String method, String path) {
    var names = kept.computeIfAbsent(method, _ -> new ConcurrentHashMap<>());
    var known = names.get(path);
    if (known != null) {
      return known;
    }
    var name = made(method, path);
    if (names.size() < MAX_KEPT) {
      names.put(path, name);
    }
    return name;
  }

  private static String made(String method, String path) {
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
