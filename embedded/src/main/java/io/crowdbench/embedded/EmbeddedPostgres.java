package io.crowdbench.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with a database `crowdbench`, listening on the loopback address only.
///
/// Data and password are kept in the directory. Two in one directory are refused by PostgreSQL's
/// own lock.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String DATABASE = "crowdbench";
  private static final String USER = "postgres";

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final String password;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /// Starts it, the first time with an empty database.
  ///
  /// @param directory its home; made when missing
  /// @param port where it listens; 0 for any free port
  public static EmbeddedPostgres start(Path directory, int port) throws IOException {
    var home = directory.toAbsolutePath().normalize();
    Files.createDirectories(home);
    var data = home.resolve("data");
    var ready = home.resolve("ready");
    Leftover.stop(data);
    if (!Files.exists(ready)) {
      // Whatever lies there is from a first start that did not come to its end.
      Folders.delete(data);
    }
    dropHalfUnpacked(home.resolve("binaries"));
    var password = Secrets.keptIn(home.resolve("password"));
    var chosen = Ports.choose("PostgreSQL", port);
    if (Files.exists(ready)) {
      return new EmbeddedPostgres(run(home, data, chosen, password), password);
    }
    var server = run(home, data, chosen, null);
    try {
      FirstStart.prepare(server, DATABASE, USER, password, data);
    } catch (SQLException e) {
      server.close();
      throw new IOException(
          "Could not prepare the new database in %s: %s.".formatted(data, e.getMessage()), e);
    }
    Files.createFile(ready);
    return new EmbeddedPostgres(server, password);
  }

  /// JDBC address of the database.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres run(
      Path home, Path data, int port, @Nullable String password) throws IOException {
    // Unpacked binaries are remembered per resolver, for the whole JVM: a resolver of our own keeps
    // two databases from sharing one folder that the first may delete.
    PgBinaryResolver resolver =
        new PgBinaryResolver() {
          @Override
          public InputStream getPgBinary(String system, String architecture) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
          }
        };
    var builder =
        io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
            .setPgBinaryResolver(resolver)
            .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // Who starts it closes it: hooks run in any order, and services still need it then.
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "32MB")
            .setServerConfig("max_connections", "60");
    if (password != null) {
      builder.setConnectConfig("password", password);
    }
    return builder.start();
  }

  private static void dropHalfUnpacked(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) {
      return;
    }
    try (var versions = Files.list(binaries)) {
      for (var version : versions.toList()) {
        if (!Files.exists(version.resolve(".exists"))) {
          Folders.delete(version);
        }
      }
    }
  }
}
