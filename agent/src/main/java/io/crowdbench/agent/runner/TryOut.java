package io.crowdbench.agent.runner;

import io.crowdbench.agent.rehearsal.Rehearsal;
import io.crowdbench.agent.user.Addresses;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tries an action of a bundle in this process, as a runner would carry it.
public final class TryOut {

  private TryOut() {}

  /// @param folder where libraries inside the bundle are unpacked to
  /// @param user an id, with its columns if users.txt has it; null for the first of users.txt
  /// @param base the site's address
  /// @return true if nothing has failed
  /// @throws IllegalArgumentException with a sentence for people
  public static boolean run(
      Path jar, Path folder, String action, @Nullable String user, String base, PrintWriter out)
      throws IOException {
    var target = Addresses.target(base);
    try {
      var bundle = Bundle.open(jar, folder);
      var maker = bundle.actions().get(action);
      if (maker == null) {
        throw new IllegalArgumentException(
            "There is no action %s, only %s."
                .formatted(action, String.join(", ", bundle.actions().keySet())));
      }
      var data =
          bundle.users().stream()
              .filter(each -> user == null || each.id().equals(user))
              .findFirst()
              .orElseGet(() -> new UserData(String.valueOf(user), Map.of()));
      out.printf("%s as %s against %s%n", action, data.id(), target.withoutLogin());
      return Rehearsal.of(action, maker, data, new RunScope(target, bundle.tables(), 0), out);
    } catch (ReflectiveOperationException e) {
      throw new IOException("The action can't be made: " + e, e);
    }
  }
}
