package io.crowdbench.agent.runner;

import io.crowdbench.agent.user.UserData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/// Reads the users of a bundle: ids in users.txt, and in users.tsv, where there is one, all their
/// columns in the same order, separated by tabs, below a line of names.
final class Users {

  private static final String IDS = "crowdbench/users.txt";
  private static final String COLUMNS = "crowdbench/users.tsv";

  private Users() {}

  static List<UserData> in(JarFile bundle) throws IOException {
    if (bundle.getEntry(COLUMNS) == null) {
      return Bundle.text(bundle, IDS)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .map(id -> new UserData(id, Map.of()))
          .toList();
    }
    var rows = Bundle.text(bundle, COLUMNS).lines().map(line -> line.split("\t", -1)).toList();
    var users = new ArrayList<UserData>();
    for (var row : rows.subList(1, rows.size())) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < row.length; i++) {
        values.put(rows.getFirst()[i], row[i]);
      }
      users.add(new UserData(row[0], values));
    }
    return users;
  }
}
