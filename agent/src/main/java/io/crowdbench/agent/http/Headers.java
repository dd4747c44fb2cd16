package io.crowdbench.agent.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Header fields in the order they came, found by name in any case of letters.
public final class Headers {

  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, String value) {}

  void add(String name, String value) {
    fields.add(new Field(name, value));
  }

  /// The first field of that name.
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).findFirst();
  }

  List<String> all(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).toList();
  }

  /// True if one of the comma-separated values of that field is the token.
  boolean has(String name, String token) {
    for (var value : all(name)) {
      for (var part : value.split(",", -1)) {
        if (part.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  Map<String, List<String>> asMap() {
    var map = new LinkedHashMap<String, List<String>>();
    for (var field : fields) {
      map.computeIfAbsent(field.name, _ -> new ArrayList<>()).add(field.value);
    }
    return map;
  }

  /// Puts the last field's continuation line behind its value (obsolete folding, still seen).
  void fold(String continuation) {
    if (!fields.isEmpty()) {
      var last = fields.removeLast();
      fields.add(new Field(last.name, last.value + " " + continuation.strip()));
    }
  }
}
