package io.crowdbench.agent.user;

import io.crowdbench.agent.address.Address;
import java.io.IOException;
import java.util.Set;

/// What all users of a run have in common on this slave. Any thread.
public final class RunScope {

  private static final TableFiles NONE =
      new TableFiles() {
        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public String text(String name) throws IOException {
          throw new IOException("no " + name);
        }
      };

  private final Addresses addresses;
  private final SharedData shared = new SharedData();
  private final TableFiles files;
  private final int firstRow;

  /// @param target what relative addresses are relative to
  /// @param firstRow where users begin to go through tables
  public RunScope(Address target, TableFiles files, int firstRow) {
    this.addresses = new Addresses(target);
    this.files = files;
    this.firstRow = firstRow;
  }

  /// Without tables.
  public static RunScope of(Address target) {
    return new RunScope(target, NONE, 0);
  }

  Addresses addresses() {
    return addresses;
  }

  SharedData shared() {
    return shared;
  }

  SharedTable table(String name) {
    if (!files.names().contains(name)) {
      throw new IllegalArgumentException(
          "There is no table %s in the bundle; it has %s. Upload the file beside the action."
              .formatted(
                  name, files.names().isEmpty() ? "none" : String.join(", ", files.names())));
    }
    return shared.of("table " + name, () -> new SharedTable(name, text(name), firstRow));
  }

  private String text(String name) {
    try {
      return files.text(name);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Could not read the table %s of the bundle: %s. Try it again; the slave's disk may be full."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
