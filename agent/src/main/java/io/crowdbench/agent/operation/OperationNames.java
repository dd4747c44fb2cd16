package io.crowdbench.agent.operation;

import io.crowdbench.agent.http.RequestHead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names an operation by its method and path, with ids taken out: a thousand products are one name.
public final class OperationNames {

  private static final Pattern ID =
      Pattern.compile(
          "\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}"
              // letters and digits mixed and long: an opaque token
              + "|(?=[^/]*\\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_-]{20,}");

  private static final int MAX_KEPT = 1_000;
  private static final int MAX_VALUE = 40;

  /// Names by path by method: most requests of a crowd go to the same few paths.
  private static final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

  private OperationNames() {}

  public static String of(RequestHead request) {
    return of(request.method(), request.address().path());
  }

  /// Names it by chosen parameters of its query, too: `GET /doku.php?do=search`.
  public static String of(RequestHead request, List<String> parameters) {
    var path = request.address().path();
    var query = request.address().query();
    return of(request.method(), query == null ? path : path + chosen(query, parameters));
  }

  private static String chosen(String query, List<String> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    var chosen =
        Stream.of(query.split("&"))
            .filter(pair -> parameters.contains(name(pair)))
            .map(pair -> name(pair) + shortened(pair.substring(name(pair).length())))
            .collect(Collectors.joining("&"));
    return chosen.isEmpty() ? "" : "?" + chosen;
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  /// @param value with its equals sign
  private static String shortened(String value) {
    return value.length() > 1 && ID.matcher(value.substring(1)).matches()
        ? "={id}"
        : value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
  }

  /// Where a redirect has led to: `login → GET /start`.
  ///
  /// @param author what the author has named the first request; null for nothing
  /// @param hop its own name
  public static String hop(@Nullable String author, String hop) {
    return author == null ? hop : author + " → " + hop;
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
    int mark = path.indexOf('?');
    if (mark >= 0) {
      return of(method, path.substring(0, mark)) + path.substring(mark);
    }
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
