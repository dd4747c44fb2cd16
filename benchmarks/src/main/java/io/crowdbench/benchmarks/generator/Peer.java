package io.crowdbench.benchmarks.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A generator in Java that comes from Maven Central: a small project of its own in
/// `benchmarks/peers`, with libraries that ours must not meet. Its `Main` takes `closed`, `pages`
/// or `open`, the address, users or requests per second, seconds to warm up and seconds to measure;
/// and writes a line of figures.
public final class Peer implements Generator {

  private static final Pattern FIGURES =
      Pattern.compile("figures (\\d+) ([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+)");

  private final String name;
  private final Path project;
  private final List<String> options;

  /// @param project its folder, with a pom.xml
  /// @param options for its JVM
  public Peer(String name, Path project, String... options) {
    this.name = name;
    this.project = project;
    this.options = List.of(options);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> prepare() throws IOException, InterruptedException {
    Files.createDirectories(project.resolve("target"));
    var log = project.resolve("target/build.log");
    var code =
        new ProcessBuilder(
                "mvn", "-q", "-B", "-f", project.resolve("pom.xml").toString(), "package")
            .redirectOutput(log.toFile())
            .redirectErrorStream(true)
            .start()
            .waitFor();
    return code == 0 ? Optional.empty() : Optional.of(name + " could not be built; see " + log);
  }

  @Override
  public Running start(Load load, Path folder) throws IOException {
    var command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    var classes = project.resolve("target/classes");
    var libraries = Files.readString(project.resolve("target/classpath"));
    command.addAll(List.of("-cp", classes + ":" + libraries, "Main"));
    command.addAll(
        switch (load) {
          case Load.Closed closed ->
              List.of("closed", closed.address().toString(), "" + closed.users());
          case Load.Pages pages -> List.of("pages", pages.address().toString(), "" + pages.users());
          case Load.Open open -> List.of("open", open.address().toString(), "" + open.perSecond());
        });
    command.addAll(List.of("" + load.warmUp().toSeconds(), "" + load.time().toSeconds()));
    return ChildProcess.start(command, folder, Peer::read);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Optional<Percentiles> read(String output) {
    var match = FIGURES.matcher(output);
    return match.find()
        ? Optional.of(
            new Percentiles(
                Long.parseLong(match.group(1)),
                Double.parseDouble(match.group(2)),
                Double.parseDouble(match.group(3)),
                Double.parseDouble(match.group(4)),
                Double.parseDouble(match.group(5))))
        : Optional.empty();
  }
}
