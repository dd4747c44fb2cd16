package io.crowdbench.benchmarks.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A page as sites have them: style sheets, scripts and images, all of which its own text names, so
/// that every generator that loads pages finds them.
public final class BenchPage {

  private static final int SHEETS = 2;
  private static final int SCRIPTS = 4;
  private static final int IMAGES = 24;

  public static final int RESOURCES = SHEETS + SCRIPTS + IMAGES;

  private BenchPage() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("index.html"), html());
    for (int i = 0; i < SHEETS; i++) {
      Files.writeString(folder.resolve("s" + i + ".css"), css(i));
    }
    for (int i = 0; i < SCRIPTS; i++) {
      Files.writeString(folder.resolve("j" + i + ".js"), "// script\n".repeat(200));
    }
    for (int i = 0; i < IMAGES; i++) {
      Files.writeString(folder.resolve("i" + i + ".png"), "x".repeat(1_000));
    }
  }

  private static String html() {
    return "<!doctype html><html><head><meta charset=utf-8><title>Page</title>"
        + all(SHEETS, "<link rel=\"stylesheet\" href=\"s%d.css\">")
        + all(SCRIPTS, "<script src=\"j%d.js\"></script>")
        + "</head><body>"
        + all(
            IMAGES,
            "<div class=\"tile t%1$d\"><img src=\"i%1$d.png\" alt=\"\"><p>Product number %1$d and what it is for.</p></div>\n")
        + "</body></html>";
  }

  /// Rules as a framework has them, few of which are about images.
  private static String css(int sheet) {
    return all(300, ".c" + sheet + "-%d > .x:hover { color: red; margin: 0 1px; display: flex }\n");
  }

  private static String all(int count, String each) {
    return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining());
  }
}
