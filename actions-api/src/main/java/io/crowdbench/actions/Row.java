package io.crowdbench.actions;

/// A row of a [Table].
public interface Row {

  /// @param column its name in the file's first line
  /// @throws IllegalArgumentException when there is no such column
  String value(String column);
}
