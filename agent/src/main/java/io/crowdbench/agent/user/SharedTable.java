package io.crowdbench.agent.user;

import io.crowdbench.actions.Row;
import io.crowdbench.actions.Table;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// A table that all users of a run read. Any thread.
final class SharedTable {

  private final String name;
  private final List<String> columns;
  private final List<String[]> rows;
  private final AtomicLong next;

  /// @param text as of [TableFiles]
  /// @param firstRow where users begin to go through it
  SharedTable(String name, String text, int firstRow) {
    var lines = text.lines().toList();
    this.name = name;
    this.columns = List.of(lines.getFirst().split("\t", -1));
    this.rows = lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
    this.next = new AtomicLong(firstRow);
  }

  /// As one user sees it.
  ///
  /// @param random the user's own
  Table of(RandomGenerator random) {
    return new UsersTable(random);
  }

  private final class UsersTable implements Table {

    private final RandomGenerator random;

    UsersTable(RandomGenerator random) {
      this.random = random;
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public Row row(int number) {
      var cells = rows.get(number);
      return column -> value(cells, column);
    }

    @Override
    public Row next() {
      return row((int) (next.getAndIncrement() % rows.size()));
    }

    @Override
    public Row random() {
      return row(random.nextInt(rows.size()));
    }
  }

  private String value(String[] cells, String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s has no column \"%s\"; it has %s."
              .formatted(name, column, String.join(", ", columns)));
    }
    return cells[place];
  }
}
