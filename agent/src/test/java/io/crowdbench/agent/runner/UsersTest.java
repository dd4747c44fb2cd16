package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.user.UserData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

  @TempDir private Path folder;

  @Test
  void readsIds() throws IOException {
    assertThat(users(Map.of("users.txt", "anna\nbob\n")))
        .containsExactly(new UserData("anna", Map.of()), new UserData("bob", Map.of()));
  }

  @Test
  void readsColumns() throws IOException {
    assertThat(users(Map.of("users.txt", "anna\n", "users.tsv", "id\tcity\nanna\t\n")))
        .containsExactly(new UserData("anna", Map.of("id", "anna", "city", "")));
  }

  private List<UserData> users(Map<String, String> files) throws IOException {
    var jar = folder.resolve("bundle.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new JarEntry("crowdbench/" + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    try (var bundle = new JarFile(jar.toFile())) {
      return Users.in(bundle);
    }
  }
}
