package io.crowdbench.agent.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/// Makes bundles as the provisioner does, from one action's body.
public final class TestBundle {

  private TestBundle() {}

  /// A bundle with one action of that name and ten user ids.
  public static Path of(Path folder, String action, String body) throws IOException {
    var source =
        """
        import io.crowdbench.actions.*;
        public class %s implements Action {
          %s
        }
        """
            .formatted(action, body);
    var work = Files.createTempDirectory(folder, action);
    var file = Files.writeString(work.resolve(action + ".java"), source);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var result =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            work.toString(),
            file.toString());
    if (result != 0) {
      throw new IOException("the test's action does not compile");
    }
    var jar = work.resolve("bundle.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, action + ".class", Files.readAllBytes(work.resolve(action + ".class")));
      add(out, "crowdbench/bundle.properties", bytes("actions=" + action + "=" + action + "\n"));
      add(out, "crowdbench/users.txt", bytes(userIds()));
    }
    return jar;
  }

  private static String userIds() {
    return IntStream.range(0, 10).mapToObj(i -> "user-" + i).collect(Collectors.joining("\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
  }
}
