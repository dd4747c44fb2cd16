package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The house keeps its rules, and each rule can be broken.
class ArchitectureTest {

  private static final List<String> MODULES =
      List.of(
          "actions-api",
          "bundles",
          "messages",
          "api",
          "embedded",
          "agent",
          "service-kit",
          "provisioner-service",
          "run-service",
          "results-service",
          "ui",
          "cli",
          "local-stack");

  /// Built after this one, or an author's code.
  private static final List<String> OUTSIDE = List.of("benchmarks", "examples/shop");

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    // By folder: of the class path's jars only our own are of interest.
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPaths(MODULES.stream().map(ArchitectureTest::classes).toList());
  }

  private static Path classes(String module) {
    return Path.of("..", module, "target", "classes");
  }

  @ParameterizedTest
  @EnumSource
  void holds(HouseRule rule) {
    rule.rule().check(all);
  }

  @ParameterizedTest
  @EnumSource
  void isBrokenByItsBadExample(HouseRule rule, @TempDir Path classes) {
    compile(rule.badExample(), classes);

    var example = new ClassFileImporter().importPath(classes);

    assertThat(rule.rule().evaluate(example).getFailureReport().getDetails())
        .as(rule.name())
        .isNotEmpty();
  }

  @Test
  void everyModuleIsLookedAt() throws IOException {
    var modules =
        Pattern.compile("<module>(.*?)</module>")
            .matcher(Files.readString(Path.of("../pom.xml")))
            .results()
            .map(found -> found.group(1))
            .filter(module -> !OUTSIDE.contains(module));

    assertThat(modules).containsExactlyElementsOf(MODULES);
    assertThat(MODULES).allMatch(module -> Files.isDirectory(classes(module)));
  }

  private static void compile(List<String> sources, Path classes) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new DiagnosticCollector<JavaFileObject>();
    var options =
        List.of(
            "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    var files = sources.stream().map(Source::of).toList();
    assertThat(compiler.getTask(null, null, said, options, null, files).call())
        .as(said.getDiagnostics().toString())
        .isTrue();
  }

  /// A source in memory, in a file of its class's name.
  private static final class Source extends SimpleJavaFileObject {

    private static final Pattern TYPE = Pattern.compile("class (\\w+)");

    private final String text;

    private Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    static Source of(String text) {
      var type = TYPE.matcher(text);
      assertThat(type.find()).as(text).isTrue();
      return new Source(type.group(1), text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
