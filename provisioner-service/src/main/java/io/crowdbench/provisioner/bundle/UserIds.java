package io.crowdbench.provisioner.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What a users.txt holds: one user id per line. Blank lines do not count.
///
/// @param ids the ids in the file's order, which slaves' shares of them go by
/// @param problems what is wrong with it, one sentence each
record UserIds(List<String> ids, List<String> problems) {

  private static final int NAMED = 10;

  static UserIds of(List<NamedFile> files) {
    if (files.isEmpty()) {
      return refused("There is no users.txt. Add one with a user id per line.");
    }
    if (files.size() > 1) {
      return refused("There are %d files named users.txt. Upload one.".formatted(files.size()));
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return read(decoder.decode(ByteBuffer.wrap(files.getFirst().content())).toString());
    } catch (CharacterCodingException e) {
      return refused("users.txt is not UTF-8 text. Save it as UTF-8.");
    }
  }

  private static UserIds read(String text) {
    var lines = text.replaceFirst("^\uFEFF", "").lines().map(String::strip).toList();
    var firstLine = new LinkedHashMap<String, Integer>();
    var twice = new ArrayList<String>();
    for (var i = 0; i < lines.size(); i++) {
      var id = lines.get(i);
      var before = id.isEmpty() ? null : firstLine.putIfAbsent(id, i + 1);
      if (before != null) {
        twice.add("%s on lines %d and %d".formatted(id, before, i + 1));
      }
    }
    if (firstLine.isEmpty()) {
      return refused("users.txt holds no user ids. Write one per line.");
    }
    return new UserIds(List.copyOf(firstLine.keySet()), twiceProblem(twice));
  }

  private static List<String> twiceProblem(List<String> twice) {
    if (twice.isEmpty()) {
      return List.of();
    }
    var named = String.join(", ", twice.subList(0, Math.min(NAMED, twice.size())));
    var more = twice.size() > NAMED ? ", and %d more".formatted(twice.size() - NAMED) : "";
    return List.of(
        "users.txt names user ids more than once: " + named + more + ". Name each once.");
  }

  private static UserIds refused(String problem) {
    return new UserIds(List.of(), List.of(problem));
  }

  byte[] asFile() {
    return (String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
