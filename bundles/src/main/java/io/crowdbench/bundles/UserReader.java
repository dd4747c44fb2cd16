package io.crowdbench.bundles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a users.txt and remembers all that is wrong with it.
final class UserReader {

  private static final int NAMED = 10;

  private final Map<String, Integer> lineOfId = new LinkedHashMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> twice = new ArrayList<>();
  private final List<String> uneven = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> columns = List.of();

  UserIds read(String text) {
    var lines = text.replaceFirst("^\uFEFF", "").lines().map(String::strip).toList();
    var csv = !lines.isEmpty() && lines.getFirst().contains(",");
    if (csv) {
      header(lines.getFirst());
    }
    for (var i = csv ? 1 : 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        row(csv ? CsvLine.values(lines.get(i)) : List.of(lines.get(i)), i + 1);
      }
    }
    add(
        uneven,
        "The first line of users.txt names %d columns, but these lines do not have as many, or have no id: %%s. Give each all of them."
            .formatted(columns.size()));
    add(twice, "users.txt names user ids more than once: %s. Name each once.");
    if (lineOfId.isEmpty() && problems.isEmpty()) {
      problems.add("users.txt holds no user ids. Write one per line.");
    }
    return new UserIds(
        List.copyOf(lineOfId.keySet()), columns, csv ? rows : List.of(), List.copyOf(problems));
  }

  private void header(String line) {
    columns = CsvLine.values(line);
    if (columns.contains("") || new HashSet<>(columns).size() < columns.size()) {
      problems.add(
          "The first line of users.txt has commas, so it names columns, but not each by a name of its own: %s. Give each one."
              .formatted(line));
    }
  }

  private void row(List<String> row, int line) {
    if (!columns.isEmpty() && (row.size() != columns.size() || row.getFirst().isEmpty())) {
      uneven.add(String.valueOf(line));
      return;
    }
    var before = lineOfId.putIfAbsent(row.getFirst(), line);
    if (before == null) {
      rows.add(row);
    } else {
      twice.add("%s on lines %d and %d".formatted(row.getFirst(), before, line));
    }
  }

  private void add(List<String> places, String sentence) {
    if (!places.isEmpty()) {
      var named = String.join(", ", places.subList(0, Math.min(NAMED, places.size())));
      var more = places.size() > NAMED ? ", and %d more".formatted(places.size() - NAMED) : "";
      problems.add(sentence.formatted(named + more));
    }
  }
}
