package io.crowdbench.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Makes a bundle of an upload, in a folder of its own that is empty before.
public final class BundleBuilder {

  /// How it ended.
  public sealed interface Result {

    /// It is a bundle.
    ///
    /// @param hash SHA-256 of the jar, in hexadecimal
    /// @param actions class names by the simple names that plans use
    record Built(NamedFile jar, String hash, Map<String, String> actions, int userIds)
        implements Result {}

    /// There is none.
    ///
    /// @param problems everything that is wrong, one sentence each
    record Refused(List<String> problems) implements Result {}
  }

  private final Path classes;
  private final Path lib;
  private final Path api;
  private final List<String> problems = new ArrayList<>();

  /// @param folder where to work
  /// @param api the jar of the actions API
  public BundleBuilder(Path folder, Path api) throws IOException {
    this.classes = Files.createDirectories(folder.resolve("classes"));
    this.lib = Files.createDirectories(folder.resolve("lib"));
    this.api = api;
  }

  /// Compiles, looks for actions and packs, and reports everything that is wrong at once.
  public Result build(List<NamedFile> files) throws IOException {
    var upload = Upload.of(files);
    var users = UserIds.of(upload.users());
    var tables = Tables.of(upload.tables());
    problems.addAll(upload.problems());
    problems.addAll(users.problems());
    problems.addAll(tables.problems());
    var jars = keepJars(upload.jars());
    var faults = ActionCompiler.compile(upload.sources(), api, jars, classes);
    problems.addAll(faults);
    var actions = faults.isEmpty() ? actions(jars) : Map.<String, String>of();
    if (!problems.isEmpty()) {
      return new Result.Refused(List.copyOf(problems));
    }
    var jar = pack(actions, users, tables, jars);
    return new Result.Built(
        new NamedFile("bundle.jar", jar), BundleJar.hash(jar), actions, users.ids().size());
  }

  private List<Path> keepJars(List<NamedFile> jars) throws IOException {
    var kept = new ArrayList<Path>();
    for (var jar : jars) {
      var path = lib.resolve(jar.name());
      if (Files.exists(path)) {
        problems.add("There are two files named %s. Upload one.".formatted(jar.name()));
        continue;
      }
      Files.write(path, jar.content());
      try (var _ = new ZipFile(path.toFile())) {
        kept.add(path);
      } catch (ZipException e) {
        problems.add("%s is not a jar: %s. Build it anew.".formatted(jar.name(), e.getMessage()));
      }
    }
    return kept;
  }

  private Map<String, String> actions(List<Path> jars) throws IOException {
    var names = new ArrayList<String>();
    for (var path : compiled()) {
      names.add(className(classes.relativize(path).toString()));
    }
    for (var jar : jars) {
      try (var zip = new ZipFile(jar.toFile())) {
        zip.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
            .forEach(name -> names.add(className(name)));
      }
    }
    var found =
        ActionFinder.find(names, Stream.concat(Stream.of(api, classes), jars.stream()).toList());
    problems.addAll(found.problems());
    if (found.actions().isEmpty()) {
      problems.add(
          "There is no action in it. An action is a public class that implements %s; upload its .java file, or a .jar with it."
              .formatted(ActionFinder.ACTION));
    }
    return found.actions();
  }

  private byte[] pack(Map<String, String> actions, UserIds users, Tables tables, List<Path> jars)
      throws IOException {
    var jar = new BundleJar();
    for (var path : compiled()) {
      jar.add(classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
    for (var path : jars) {
      jar.add("lib/" + path.getFileName(), Files.readAllBytes(path));
    }
    tables.files().forEach((name, table) -> jar.add("crowdbench/tables/" + name + ".tsv", table));
    jar.describe(actions, users);
    return jar.bytes();
  }

  private List<Path> compiled() throws IOException {
    try (var all = Files.walk(classes)) {
      return all.filter(path -> path.toString().endsWith(".class")).sorted().toList();
    }
  }

  private static String className(String path) {
    return path.substring(0, path.length() - ".class".length())
        .replace('/', '.')
        .replace('\\', '.');
  }
}
