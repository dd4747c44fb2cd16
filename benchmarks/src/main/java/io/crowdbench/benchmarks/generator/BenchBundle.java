package io.crowdbench.benchmarks.generator;

import io.crowdbench.actions.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The benchmarks' actions as a bundle, such as an upload is made into.
final class BenchBundle {

  static final int USERS = 100_000;

  private BenchBundle() {}

  static Path write(Path file, List<Class<? extends Action>> actions) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (var action : actions) {
        var name = action.getName().replace('.', '/') + ".class";
        try (var code = action.getResourceAsStream("/" + name)) {
          if (code == null) {
            throw new IOException("the class " + name + " is not here");
          }
          add(jar, name, code.readAllBytes());
        }
      }
      var names =
          actions.stream()
              .map(action -> action.getSimpleName() + "=" + action.getName())
              .collect(Collectors.joining(","));
      add(jar, "crowdbench/bundle.properties", text("actions=" + names + "\n"));
      var ids = IntStream.range(0, USERS).mapToObj(i -> "user-" + i);
      add(jar, "crowdbench/users.txt", text(ids.collect(Collectors.joining("\n"))));
    }
    return file;
  }

  private static byte[] text(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
