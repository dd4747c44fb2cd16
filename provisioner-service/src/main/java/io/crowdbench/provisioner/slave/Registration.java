package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A slave as somebody defines it, for the first time or anew.
record Registration(
    String name, Door door, String folder, List<String> labels, @Nullable Door jump) {

  private static final Pattern LABEL = Pattern.compile("[^\\s,\\p{Cntrl}]{1,50}");

  /// Everything that is wrong with it in itself.
  List<Problem> problems() {
    return problems(false, false);
  }

  /// @param secretKnown whether the slave's secret is known already
  /// @param jumpSecretKnown whether its jump host's is
  List<Problem> problems(boolean secretKnown, boolean jumpSecretKnown) {
    var problems = new ArrayList<Problem>();
    if (name.isEmpty()) {
      problems.add(
          Problem.of("The slave has no name. Give it one that people will know it by.", "name"));
    }
    if (name.length() > 100) {
      problems.add(
          Problem.of(
              "The slave's name has more than 100 characters. Give it a shorter one.", "name"));
    }
    door.check(secretKnown, Fields.ROOT, problems);
    if (folder.chars().anyMatch(Character::isISOControl)) {
      problems.add(Problem.of("The folder's name has control characters in it.", "folder"));
    }
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        problems.add(
            Problem.of(
                "\"%s\" can't be a label. A label has 1 to 50 characters, without spaces and commas."
                    .formatted(label),
                "labels"));
      }
    }
    if (jump != null) {
      jump.check(jumpSecretKnown, Fields.JUMP, problems);
    }
    return problems;
  }

  @Override
  public String toString() {
    return "Registration[" + name + ", " + door + "]";
  }
}
