package io.crowdbench.bundles;

import java.util.ArrayList;
import java.util.List;

/// Takes a line of CSV apart: commas separate, double quotes hold a value together, two of them in
/// it are one (RFC 4180, but for values over several lines).
final class CsvLine {

  private CsvLine() {}

  static List<String> values(String line) {
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    var quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append('"');
        i++;
      } else if (c == '"' && (quoted || value.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }
}
