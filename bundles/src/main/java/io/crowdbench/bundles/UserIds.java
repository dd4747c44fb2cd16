package io.crowdbench.bundles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a users.txt holds: one user id per line, or CSV if its first line has a comma: that line
/// names the columns then, and the first column is the id. Blank lines do not count.
///
/// @param ids the ids in the file's order, which slaves' shares of them go by
/// @param columns the names of the columns; none where there are just ids
/// @param rows the values of each user, in the order of the ids; none where there are just ids
/// @param problems what is wrong with it, one sentence each
record UserIds(
    List<String> ids, List<String> columns, List<List<String>> rows, List<String> problems) {

  static UserIds of(List<NamedFile> files) {
    if (files.isEmpty()) {
      return refused("There is no users.txt. Add one with a user id per line.");
    }
    if (files.size() > 1) {
      return refused("There are %d files named users.txt. Upload one.".formatted(files.size()));
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return new UserReader()
          .read(decoder.decode(ByteBuffer.wrap(files.getFirst().content())).toString());
    } catch (CharacterCodingException e) {
      return refused("users.txt is not UTF-8 text. Save it as UTF-8.");
    }
  }

  private static UserIds refused(String problem) {
    return new UserIds(List.of(), List.of(), List.of(), List.of(problem));
  }

  /// One id per line, which is all that most bundles need.
  byte[] asFile() {
    return (String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// All columns, separated by tabs, below a line with their names.
  byte[] asTable() {
    var table = new ArrayList<List<String>>();
    table.add(columns);
    table.addAll(rows);
    return Tables.table(table);
  }
}
