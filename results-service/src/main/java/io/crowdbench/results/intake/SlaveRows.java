package io.crowdbench.results.intake;

import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.RunTables;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Slaves' seconds, a row per record. They are copied in, which costs PostgreSQL a fraction of what
/// inserts cost it.
@Component
class SlaveRows {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int COLUMNS = 5;

  private final JdbcTemplate database;

  SlaveRows(JdbcTemplate database) {
    this.database = database;
  }

  /// One row.
  record Row(int second, int slave, long epoch, long sequence, byte[] body) {}

  void add(int run, List<Row> rows) {
    var bytes = new ByteArrayOutputStream(rows.size() * 1_500 + 64);
    try (var out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      out.writeLong(0);
      for (var row : rows) {
        write(row, out);
      }
      out.writeShort(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    copy(
        "copy %s (second, slave, epoch, sequence, body) from stdin (format binary)"
            .formatted(RunTables.seconds(run)),
        bytes.toByteArray());
  }

  private static void write(Row row, DataOutputStream out) throws IOException {
    out.writeShort(COLUMNS);
    out.writeInt(Integer.BYTES);
    out.writeInt(row.second());
    out.writeInt(Integer.BYTES);
    out.writeInt(row.slave());
    out.writeInt(Long.BYTES);
    out.writeLong(row.epoch());
    out.writeInt(Long.BYTES);
    out.writeLong(row.sequence());
    out.writeInt(row.body().length);
    out.write(row.body());
  }

  private void copy(String sql, byte[] rows) {
    database.execute(
        (ConnectionCallback<Long>)
            connection -> {
              var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
              try {
                copy.writeToCopy(rows, 0, rows.length);
                return copy.endCopy();
              } catch (SQLException e) {
                if (copy.isActive()) {
                  copy.cancelCopy();
                }
                throw e;
              }
            });
  }

  /// The users that the stored records of a second tell of.
  SlaveUsers users(int run, int slave, int second) {
    var users = new SlaveUsers();
    database.query(
        "select epoch, sequence, body from %s where second = ? and slave = ? order by epoch, sequence"
            .formatted(RunTables.seconds(run)),
        row -> {
          long epoch = row.getLong("epoch");
          long sequence = row.getLong("sequence");
          users.setPresent();
          Measurements.usersOf(row.getBytes("body"))
              .forEach((action, count) -> users.add(action, epoch, sequence, count));
        },
        second,
        slave);
    return users;
  }
}
