package io.crowdbench.agent.user;

import java.io.IOException;
import java.util.Set;

/// The tables of a bundle. Any thread.
public interface TableFiles {

  /// In alphabetical order.
  Set<String> names();

  /// A line with the names of the columns and one for each row, values separated by tabs.
  ///
  /// @param name one of the names
  String text(String name) throws IOException;
}
