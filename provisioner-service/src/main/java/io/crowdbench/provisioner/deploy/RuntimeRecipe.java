package io.crowdbench.provisioner.deploy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// How the Java runtime for slaves is made: linked from the JDK this service runs on, with what
/// agent, runner and actions need and no more.
final class RuntimeRecipe {

  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.net.http",
          "java.logging",
          "java.naming",
          "java.security.sasl",
          "java.management",
          "jdk.management",
          "jdk.crypto.ec",
          "jdk.unsupported",
          "java.xml");

  /// Not `--strip-debug`: it wants the program `objcopy`, which many machines lack, and makes
  /// nothing smaller, since a JDK's native libraries come stripped.
  private static final List<String> OPTIONS =
      List.of(
          "--strip-java-debug-attributes",
          "--no-header-files",
          "--no-man-pages",
          "--compress",
          "zip-6");

  private RuntimeRecipe() {}

  /// Everything the result depends on: the same text, the same runtime.
  static String description() {
    return "%s %s %s %s"
        .formatted(
            System.getProperty("java.vendor.version", ""),
            Runtime.version(),
            String.join(",", MODULES),
            String.join(" ", OPTIONS));
  }

  /// Links it into a folder that does not exist yet.
  static void link(Path folder) throws IOException {
    var jlink = ToolProvider.findFirst("jlink");
    if (jlink.isEmpty()) {
      throw new IOException("this Java has no jlink; run Crowdbench on a JDK");
    }
    var arguments = new ArrayList<String>(OPTIONS);
    arguments.add("--add-modules");
    arguments.add(String.join(",", MODULES));
    arguments.add("--output");
    arguments.add(folder.toString());
    var said = new StringWriter();
    var exitCode =
        jlink
            .get()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    if (exitCode != 0) {
      throw new IOException("jlink said: " + said.toString().strip());
    }
  }
}
