package io.crowdbench.agent.user;

import io.crowdbench.agent.capture.OwnSecrets;
import io.crowdbench.agent.capture.SecretNames;
import java.util.List;
import java.util.Map;

/// A line of users.txt.
///
/// @param values by the names of the columns; none where the file has just ids
public record UserData(String id, Map<String, String> values) implements OwnSecrets {

  /// The values of columns that are named like secrets.
  @Override
  public List<String> secrets() {
    return values.entrySet().stream()
        .filter(each -> SecretNames.has(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  String value(String column) {
    var value = values.get(column);
    if (value == null) {
      throw new IllegalArgumentException(
          "users.txt has no column \"%s\"; %s"
              .formatted(
                  column,
                  values.isEmpty()
                      ? "it has just ids. Begin it with a line that names columns, such as id,password."
                      : "it has " + String.join(", ", values.keySet()) + "."));
    }
    return value;
  }
}
