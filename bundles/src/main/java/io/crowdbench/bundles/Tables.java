package io.crowdbench.bundles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The CSV files of an upload: the first line of each names its columns. Blank lines do not count.
///
/// @param files by their names, as tables: values separated by tabs
/// @param problems what is wrong with them, one sentence each
record Tables(SortedMap<String, byte[]> files, List<String> problems) {

  private static final int NAMED = 10;

  static Tables of(List<NamedFile> files) {
    var all = new Tables(new TreeMap<>(), new ArrayList<>());
    for (var file : files) {
      all.add(file);
    }
    return all;
  }

  private void add(NamedFile file) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var rows = rows(file.name(), decoder.decode(ByteBuffer.wrap(file.content())).toString());
      if (files.put(file.name(), table(rows)) != null) {
        problems.add("There are two files named %s. Upload one.".formatted(file.name()));
      }
    } catch (CharacterCodingException e) {
      problems.add("%s is not UTF-8 text. Save it as UTF-8.".formatted(file.name()));
    }
  }

  private List<List<String>> rows(String name, String text) {
    var lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    var rows = new ArrayList<List<String>>();
    var uneven = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      var row = CsvLine.values(lines.get(i));
      rows.add(row);
      if (row.size() != rows.getFirst().size()) {
        uneven.add(String.valueOf(i + 1));
      }
    }
    check(name, rows, uneven);
    return rows;
  }

  private void check(String name, List<List<String>> rows, List<String> uneven) {
    if (rows.size() < 2) {
      problems.add("%s has no rows. Below a line that names columns write some.".formatted(name));
      return;
    }
    var columns = rows.getFirst();
    if (columns.contains("") || new HashSet<>(columns).size() < columns.size()) {
      problems.add(
          "The first line of %s does not name each column by a name of its own: %s. Give each one."
              .formatted(name, String.join(",", columns)));
    }
    if (!uneven.isEmpty()) {
      var more = uneven.size() > NAMED ? ", and %d more".formatted(uneven.size() - NAMED) : "";
      problems.add(
          "The first line of %s names %d columns, but these lines do not have as many: %s. Give each all of them."
              .formatted(
                  name,
                  columns.size(),
                  String.join(", ", uneven.subList(0, Math.min(NAMED, uneven.size()))) + more));
    }
  }

  /// A line for each row; tabs in values become spaces.
  static byte[] table(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(v -> v.replace('\t', ' ')).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
