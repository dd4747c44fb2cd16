package io.crowdbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

  @TempDir Path directory;

  @Test
  void keepsDataAndPasswordOverARestart() throws Exception {
    String password;
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      password = postgres.password();
      execute(postgres, "create table note (text text)");
      execute(postgres, "insert into note values ('kept')");
      assertThat(query(postgres, "show fsync")).isEqualTo("on");
      assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", "wrong"))
          .hasMessageContaining("password authentication failed");
    }
    // A start that died while it unpacked leaves a folder without this mark.
    dropUnpackedMark();
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      assertThat(postgres.password()).isEqualTo(password);
      assertThat(query(postgres, "select text from note")).isEqualTo("kept");
    }
    assertThat(Files.getPosixFilePermissions(directory.resolve("password"))).hasSize(2);
  }

  private void dropUnpackedMark() throws IOException {
    try (var versions = Files.list(directory.resolve("binaries"))) {
      Files.delete(versions.toList().getFirst().resolve(".exists"));
    }
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
