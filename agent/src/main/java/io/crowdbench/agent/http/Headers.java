package io.crowdbench.agent.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Header fields in the order they came, found by name in any case of letters.
///
/// Part of the hot path: keeps lines as they came, and takes only those apart that are asked for.
public final class Headers {

  private String[] lines = new String[12];
  private int[] colons = new int[12];
  private int size;

  public void add(String name, String value) {
    add(name + ":" + value, name.length());
  }

  /// @param colon where in the line the colon is
  void add(String line, int colon) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
      colons = Arrays.copyOf(colons, size * 2);
    }
    lines[size] = line;
    colons[size++] = colon;
  }

  /// The first field of that name.
  public Optional<String> first(String name) {
    return Optional.ofNullable(value(name));
  }

  @Nullable String value(String name) {
    int place = find(name, 0);
    return place < 0 ? null : value(place);
  }

  boolean has(String name) {
    return find(name, 0) >= 0;
  }

  /// The values of all fields of that name.
  public List<String> all(String name) {
    var all = new ArrayList<String>(1);
    for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
      all.add(value(i));
    }
    return all;
  }

  /// True if one of the comma-separated values of that field is the token.
  boolean has(String name, String token) {
    for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
      for (var part : value(i).split(",", -1)) {
        if (part.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  private int find(String name, int from) {
    int length = name.length();
    for (int i = from; i < size; i++) {
      if (colons[i] >= length
          && lines[i].regionMatches(true, 0, name, 0, length)
          && (colons[i] == length || name(i).length() == length)) {
        return i;
      }
    }
    return -1;
  }

  /// Without the white space that some servers put before the colon.
  private String name(int place) {
    return lines[place].substring(0, colons[place]).stripTrailing();
  }

  private String value(int place) {
    return lines[place].substring(colons[place] + 1).strip();
  }

  /// All values by name, in the order the names first came.
  public Map<String, List<String>> asMap() {
    var map = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < size; i++) {
      map.computeIfAbsent(name(i), _ -> new ArrayList<>()).add(value(i));
    }
    return map;
  }

  /// Puts the last field's continuation line behind its value (obsolete folding, still seen).
  void fold(String continuation) {
    if (size > 0) {
      lines[size - 1] = lines[size - 1] + " " + continuation.strip();
    }
  }
}
