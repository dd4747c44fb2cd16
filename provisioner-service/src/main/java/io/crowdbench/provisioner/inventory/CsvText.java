package io.crowdbench.provisioner.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Slaves one a row, with a header that names the columns; between them there are commas,
/// semicolons or tabs.
final class CsvText {

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private CsvText() {}

  /// Whether a first line with something in it is such a header.
  static boolean isHeader(String line) {
    return Arrays.stream(line.split(String.valueOf(separator(line)), -1))
        .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
        .anyMatch(column -> column.equals("host") || column.equals("address"));
  }

  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
  }

  static void read(String text, Sketch sketch) {
    var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    try (var parser = CSV.createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(header)));
      var columns = List.<String>of();
      var cells = new ArrayList<String>();
      int line = 1;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          if (cells.isEmpty()) {
            line = parser.currentTokenLocation().getLineNr();
          }
          cells.add(parser.getText());
        } else if (token == JsonToken.END_ARRAY) {
          var blank = cells.stream().allMatch(String::isBlank);
          if (!blank && columns.isEmpty()) {
            columns = List.copyOf(cells);
          } else if (!blank) {
            row(columns, cells, line, sketch);
          }
          cells.clear();
        }
      }
    } catch (JsonProcessingException e) {
      unreadable(e, sketch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unreadable(JsonProcessingException e, Sketch sketch) {
    var place = e.getLocation();
    sketch.problem(
        place == null ? 1 : Math.max(1, place.getLineNr()),
        "this can't be read as CSV. Check its quotes.");
  }

  private static void row(List<String> columns, List<String> cells, int line, Sketch sketch) {
    if (cells.size() > columns.size()) {
      sketch.problem(
          line,
          "there are %d cells, and %d columns. Put cells with separators in quotes."
              .formatted(cells.size(), columns.size()));
      return;
    }
    var entry = new Entry(line, sketch);
    for (int i = 0; i < cells.size(); i++) {
      entry.set(columns.get(i), cells.get(i), line);
    }
    entry.end();
  }
}
