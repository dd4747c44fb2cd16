package io.crowdbench.actions;

/// The rows of a CSV file that was uploaded beside the actions, read once and shared by all users.
/// See [User#table(String)].
public interface Table {

  /// How many rows it has: at least one.
  int size();

  /// @param number from 0 on
  /// @throws IndexOutOfBoundsException when there is no such row
  Row row(int number);

  /// The next row in the file's order, another one for each call of any user on this slave; behind
  /// the last one it goes on with the first. The slaves of a run begin at different rows: each at
  /// the number of its first user id.
  Row next();

  /// Any row, drawn with [User#random()].
  Row random();
}
