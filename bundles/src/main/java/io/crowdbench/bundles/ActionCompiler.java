package io.crowdbench.bundles;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles uploaded sources against the actions API, and nothing else of ours.
final class ActionCompiler {

  private static final String RELEASE = "25";

  private ActionCompiler() {}

  /// A source that never was a file of ours.
  private static final class Source extends SimpleJavaFileObject {

    private final NamedFile file;

    /// @param number keeps two files of one name, from two packages, apart
    Source(NamedFile file, int number) {
      super(uri(file, number), Kind.SOURCE);
      this.file = file;
    }

    private static URI uri(NamedFile file, int number) {
      return URI.create("upload:/" + number + "/" + file.name().replaceAll("[^A-Za-z0-9_$.]", "_"));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return new String(file.content(), StandardCharsets.UTF_8);
    }
  }

  /// Compiles into a folder; answers all that is wrong at once, one line each.
  static List<String> compile(List<NamedFile> sources, Path api, List<Path> jars, Path classes)
      throws IOException {
    if (sources.isEmpty()) {
      return List.of();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return List.of(
          "Crowdbench runs on a Java without a compiler and cannot compile actions. Run it on a JDK.");
    }
    var units = new ArrayList<Source>();
    for (var source : sources) {
      units.add(new Source(source, units.size()));
    }
    var classPath =
        Stream.concat(Stream.of(api), jars.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    var options =
        List.of(
            "--release",
            RELEASE,
            "-classpath",
            classPath,
            "-proc:none",
            "-g",
            "-parameters",
            "-Xmaxerrs",
            "1000");
    var found = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      compiler.getTask(null, files, found, options, null, units).call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(ActionCompiler::sentence)
        .toList();
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> found) {
    var message =
        found
            .getMessage(Locale.ENGLISH)
            .lines()
            .map(line -> line.strip().replaceAll(" +", " "))
            .collect(Collectors.joining("; "));
    if (!(found.getSource() instanceof Source source)) {
      return message;
    }
    var line =
        source
            .getCharContent(true)
            .toString()
            .lines()
            .skip(Math.max(0, found.getLineNumber() - 1))
            .findFirst()
            .orElse("")
            .strip();
    return "%s:%d:%d: %s (%s)"
        .formatted(
            source.file.name(),
            found.getLineNumber(),
            found.getColumnNumber(),
            message + CompilerHint.of(message),
            line);
  }
}
