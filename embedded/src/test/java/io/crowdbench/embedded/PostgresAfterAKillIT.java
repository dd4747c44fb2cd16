package io.crowdbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAfterAKillIT {

  @TempDir Path directory;

  @Test
  void startsAgainAfterItsJvmWasKilled() throws Exception {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PostgresAfterAKillIT.class.getName(),
            directory.toString());
    var jvm = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = jvm.inputReader()) {
      assertThat(lines.lines().anyMatch("written"::equals)).isTrue();
    }
    jvm.destroyForcibly().waitFor();
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      assertThat(EmbeddedPostgresIT.query(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  static void main(String[] args) throws Exception {
    var postgres = EmbeddedPostgres.start(Path.of(args[0]), 0);
    EmbeddedPostgresIT.execute(postgres, "create table note as select 'kept' as text");
    System.out.println("written");
    waitToBeKilled();
  }

  private static void waitToBeKilled() throws IOException {
    System.in.read();
  }
}
