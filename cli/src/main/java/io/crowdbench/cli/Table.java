package io.crowdbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Rows of text in columns as wide as they need to be; columns of numbers end at the same place.
final class Table {

  private static final Pattern NUMBER = Pattern.compile("-|[\\d,.]+( ms)?");

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /// @param none said in place of a table without rows
  void print(PrintWriter out, String none) {
    if (rows.size() == 1) {
      out.println(none);
      return;
    }
    var widths = new int[rows.getFirst().size()];
    var numbers = new boolean[widths.length];
    Arrays.fill(numbers, true);
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
        numbers[i] &= row == rows.getFirst() || NUMBER.matcher(row.get(i)).matches();
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        var gap = " ".repeat(widths[i] - row.get(i).length());
        line.append(numbers[i] ? gap + row.get(i) : row.get(i) + gap).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }
}
