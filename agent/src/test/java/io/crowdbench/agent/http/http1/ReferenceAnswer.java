package io.crowdbench.agent.http.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an answer means, worked out the slow and plain way from all its bytes at once: the fuzz
/// test holds the codec against it. Written from RFC 9112, and from nothing of the codec's.
record ReferenceAnswer(int status, byte[] body, int used) {

  /// Null where it is no whole, valid answer.
  static @Nullable ReferenceAnswer of(byte[] wire, boolean head) {
    int at = 0;
    while (true) {
      int end = headEnd(wire, at);
      if (end < 0) {
        return null;
      }
      var lines = new String(wire, at, end - at, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
      if (!lines[0].matches("(?s)HTTP/1\\.[0-9] [1-9][0-9]{2}( .*)?")) {
        return null;
      }
      var fields = fields(lines);
      int status = Integer.parseInt(lines[0].substring(9, 12));
      if (fields == null || status == 101) {
        return null;
      }
      at = end;
      if (status >= 200) {
        return body(wire, at, status, fields, head);
      }
    }
  }

  /// Behind the empty line.
  private static int headEnd(byte[] wire, int from) {
    int lineStart = from;
    for (int i = from; i < wire.length; i++) {
      if (wire[i] == '\n') {
        int length = i - lineStart;
        // The first line is the status line, even if it is empty.
        if (lineStart > from && (length == 0 || (length == 1 && wire[lineStart] == '\r'))) {
          return i + 1;
        }
        lineStart = i + 1;
      }
    }
    return -1;
  }

  /// All values by name in small letters; null where a line has no name.
  private static @Nullable Map<String, List<String>> fields(String[] lines) {
    var fields = new LinkedHashMap<String, List<String>>();
    String last = null;
    for (var line : Arrays.asList(lines).subList(1, lines.length)) {
      if (line.isEmpty()) {
        break;
      }
      if (line.startsWith(" ") || line.startsWith("\t")) {
        if (last != null) {
          var values = fields.getOrDefault(last, List.of());
          values.set(values.size() - 1, (values.getLast() + " " + line.strip()).strip());
        }
        continue;
      }
      if (line.indexOf(':') < 1) {
        return null;
      }
      var parts = line.split(":", 2);
      last = parts[0].stripTrailing().toLowerCase(Locale.ROOT);
      fields.computeIfAbsent(last, _ -> new java.util.ArrayList<>()).add(parts[1].strip());
    }
    return fields;
  }

  private static @Nullable ReferenceAnswer body(
      byte[] wire, int at, int status, Map<String, List<String>> fields, boolean head) {
    if (head || status == 204 || status == 304) {
      return new ReferenceAnswer(status, new byte[0], at);
    }
    if (fields.containsKey("transfer-encoding")) {
      var codings = String.join(",", fields.getOrDefault("transfer-encoding", List.of()));
      var last = codings.substring(codings.lastIndexOf(',') + 1).strip();
      return last.equalsIgnoreCase("chunked")
          ? chunked(wire, at, status)
          : new ReferenceAnswer(status, Arrays.copyOfRange(wire, at, wire.length), wire.length);
    }
    var lengths = fields.getOrDefault("content-length", List.of());
    if (lengths.isEmpty()) {
      return new ReferenceAnswer(status, Arrays.copyOfRange(wire, at, wire.length), wire.length);
    }
    var length = lengths.getFirst();
    if (!length.matches("[0-9]{1,18}") || !lengths.stream().allMatch(length::equals)) {
      return null;
    }
    var end = at + Long.parseLong(length);
    return end > wire.length
        ? null
        : new ReferenceAnswer(status, Arrays.copyOfRange(wire, at, (int) end), (int) end);
  }

  private static @Nullable ReferenceAnswer chunked(byte[] wire, int from, int status) {
    var body = new ByteArrayOutputStream();
    int at = from;
    while (true) {
      var line = line(wire, at);
      if (line == null || !line.split(";", 2)[0].strip().matches("[0-9a-fA-F]{1,15}")) {
        return null;
      }
      at += line.length() + 1;
      var size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
      if (size == 0) {
        // The trailer's lines, as of a head whose status line is the last chunk's.
        int end = headEnd(wire, at - line.length() - 1);
        var lines =
            end < 0
                ? null
                : new String(wire, at, end - at, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        return lines == null || fields(prepend(lines)) == null
            ? null
            : new ReferenceAnswer(status, body.toByteArray(), end);
      }
      if (size > wire.length - at) {
        return null;
      }
      body.write(wire, at, (int) size);
      at += (int) size;
      var end = line(wire, at);
      if (end == null || !(end.isEmpty() || end.equals("\r"))) {
        return null;
      }
      at += end.length() + 1;
    }
  }

  private static String[] prepend(String[] lines) {
    var all = new String[lines.length + 1];
    all[0] = "";
    System.arraycopy(lines, 0, all, 1, lines.length);
    return all;
  }

  /// With its carriage return, without its line feed; null if it has no end.
  private static @Nullable String line(byte[] wire, int from) {
    for (int i = from; i < wire.length; i++) {
      if (wire[i] == '\n') {
        return new String(wire, from, i - from, StandardCharsets.ISO_8859_1);
      }
    }
    return null;
  }
}
