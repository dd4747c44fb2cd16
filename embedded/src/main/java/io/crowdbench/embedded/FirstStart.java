package io.crowdbench.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// What a fresh PostgreSQL still lacks: a database, a password, and that it is asked for.
final class FirstStart {

  private FirstStart() {}

  static void prepare(
      EmbeddedPostgres server, String database, String user, String password, Path data)
      throws SQLException, IOException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      // DDL takes no parameters; both are made by us and hold letters and digits only.
      statement.execute("create database " + database);
      statement.execute("alter role %s with password '%s'".formatted(user, password));
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
  }
}
