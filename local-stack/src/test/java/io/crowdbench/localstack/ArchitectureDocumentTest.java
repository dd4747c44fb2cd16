package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// docs/architecture.md leads newcomers through the code: each class it names must be there.
class ArchitectureDocumentTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern CLASS = Pattern.compile("`(io\\.crowdbench\\.[\\w.]+)`");

  static List<String> classes() throws IOException {
    var text = Files.readString(ROOT.resolve("docs/architecture.md"));
    return CLASS.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void isInSomeModule(String name) throws IOException {
    var source = Path.of("src/main/java", name.replace('.', '/') + ".java");

    try (Stream<Path> modules = Files.list(ROOT)) {
      assertThat(modules.map(module -> module.resolve(source))).anyMatch(Files::isRegularFile);
    }
  }

  @Test
  void eachStepNamesAClass() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("docs/architecture.md")))
        .filteredOn(line -> line.matches("\\d+\\. .*"))
        .isNotEmpty()
        .allMatch(line -> CLASS.matcher(line).find());
  }
}
