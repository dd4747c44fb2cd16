package io.crowdbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes tables into docs/comparison.md, each in its own place, and leaves the text around them as
/// it is.
final class Report {

  private final Path file;

  Report(Path file) {
    this.file = file;
  }

  /// @param place name of the marks `<!-- place -->` and `<!-- /place -->` that the table goes
  ///   between
  /// @param table in Markdown
  void put(String place, String table) throws IOException {
    System.out.println(table);
    var begin = "<!-- " + place + " -->";
    var end = "<!-- /" + place + " -->";
    var text = Files.readString(file);
    var between =
        Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
    if (!between.matcher(text).find()) {
      throw new IOException(file + " has no place for the table: " + begin);
    }
    var filled = begin + "\n" + table.strip() + "\n\n" + conditions() + "\n" + end;
    Files.writeString(file, between.matcher(text).replaceFirst(Matcher.quoteReplacement(filled)));
  }

  private static String conditions() throws IOException {
    return "*%s: %s, %d cores, Java %s.*"
        .formatted(
            LocalDate.now(),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature());
  }

  private static String processor() throws IOException {
    var about = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(about)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(about)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
