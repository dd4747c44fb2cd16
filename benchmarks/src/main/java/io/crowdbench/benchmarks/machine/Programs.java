package io.crowdbench.benchmarks.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the machine that a benchmark needs.
public final class Programs {

  private Programs() {}

  /// Where it is.
  public static Optional<Path> find(String name) {
    var path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// As root on Debian or Ubuntu, installs those that are not there; elsewhere does nothing.
  public static void install(List<String> packages) throws IOException, InterruptedException {
    var missing = packages.stream().filter(name -> find(name).isEmpty()).toList();
    var root = "root".equals(System.getProperty("user.name"));
    if (missing.isEmpty() || !root || find("apt-get").isEmpty()) {
      return;
    }
    System.out.println("Installing " + String.join(", ", missing));
    var names = String.join(" ", missing);
    new ProcessBuilder(
            "sh",
            "-c",
            "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "
                + names)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
