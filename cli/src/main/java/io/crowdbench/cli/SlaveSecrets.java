package io.crowdbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Passwords, keys and passphrases: from the environment, from a file, or asked for. Never from the
/// command line itself, which every user of this machine can read.
final class SlaveSecrets {

  static final String PASSWORD = "CROWDBENCH_SLAVE_PASSWORD";
  static final String PASSPHRASE = "CROWDBENCH_SLAVE_PASSPHRASE";
  static final String JUMP_PASSWORD = "CROWDBENCH_JUMP_PASSWORD";

  private SlaveSecrets() {}

  /// @param variable where it may be
  /// @param what as it reads behind "There is no" and in the question, such as "password of a@b"
  /// @param otherwise what can be done instead, a whole sentence
  static String get(String variable, String what, String otherwise) {
    var given = System.getenv(variable);
    if (given != null) {
      return given;
    }
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new CommandFailed("There is no %s. Set %s%s.".formatted(what, variable, otherwise));
    }
    var typed = console.readPassword("%s: ", capitalised(what));
    return typed == null ? "" : new String(typed);
  }

  static String password(String whose) {
    return get(PASSWORD, "password of " + whose, ", or give a key with --key");
  }

  static String jumpPassword(String whose) {
    return get(JUMP_PASSWORD, "password of jump host " + whose, ", or give a key with --jump-key");
  }

  /// @param wanted whether to ask for one that is not in the environment
  /// @return null for none
  static @Nullable String passphrase(boolean wanted) {
    return wanted ? get(PASSPHRASE, "passphrase of the key", "") : System.getenv(PASSPHRASE);
  }

  static String key(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailed(
          "Could not read the private key %s: %s. Check its name, and who may read it."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String capitalised(String what) {
    return Character.toUpperCase(what.charAt(0)) + what.substring(1);
  }
}
