package io.crowdbench.provisioner.inventory;

import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a text was understood as so far. Its problems never quote a value that may be a secret.
final class Sketch {

  /// More than anybody has, and less than a mistyped range makes of the memory.
  static final int MAX_SLAVES = 1_000;

  private final List<SlaveRegistration> slaves = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  /// @param sentence what is wrong there and what to do, whole sentences
  void problem(int line, String sentence) {
    problems.add("Line " + line + ": " + sentence);
  }

  void add(int line, SlaveRegistration slave) {
    var name = String.valueOf(slave.name());
    var before = lines.putIfAbsent(name, line);
    if (before != null) {
      problem(
          line,
          "there is a slave named %s in line %d already. Give this one another name."
              .formatted(name, before));
    } else if (slaves.size() == MAX_SLAVES) {
      problem(line, "only the first 1,000 slaves of a text are read. Split it.");
    } else {
      slaves.add(slave);
    }
  }

  SlaveDraft draft(String format) {
    var all = new ArrayList<>(problems);
    if (slaves.isEmpty() && all.isEmpty()) {
      all.add(
          "There is no slave in this text. Write one a line, as user@host:port and a name behind it.");
    }
    return new SlaveDraft(format, List.copyOf(slaves), List.copyOf(all));
  }
}
