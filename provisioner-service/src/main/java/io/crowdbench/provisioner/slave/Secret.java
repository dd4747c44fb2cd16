package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;
import io.crowdbench.provisioner.ssh.PrivateKeys;
import java.util.List;

/// What proves a login, as somebody gives it: a password or a private key, the other empty. It
/// never shows itself in a text.
///
/// @param passphrase that the key is encrypted with; empty for none
record Secret(String password, String privateKey, String passphrase) {

  static final Secret NONE = new Secret("", "", "");

  boolean isGiven() {
    return !password.isEmpty() || !privateKey.isEmpty();
  }

  SecretKind kind() {
    return privateKey.isEmpty() ? SecretKind.PASSWORD : SecretKind.PRIVATE_KEY;
  }

  String text() {
    return privateKey.isEmpty() ? password : privateKey;
  }

  /// @param known whether there is one already, which holds where none is given
  /// @param path of the part of the request that it is in
  void check(boolean known, Fields path, List<Problem> problems) {
    if (!isGiven()) {
      if (!known) {
        problems.add(
            path.problem(
                "There is neither a password nor a private key. Give one of them.", "password"));
      } else if (!passphrase.isEmpty()) {
        problems.add(
            path.problem(
                "There is a passphrase without a private key. Give the key together with it.",
                "passphrase"));
      }
    } else if (!password.isEmpty() && !privateKey.isEmpty()) {
      problems.add(
          path.problem(
              "There are both a password and a private key. Give only one of them.", "privateKey"));
    } else if (!privateKey.isEmpty()) {
      checkKey(path, problems);
    }
  }

  private void checkKey(Fields path, List<Problem> problems) {
    switch (PrivateKeys.use(privateKey, passphrase)) {
      case READABLE -> {
        // As it should be.
      }
      case NEEDS_PASSPHRASE ->
          problems.add(
              path.problem(
                  "The private key is encrypted with a passphrase. Give the passphrase, too.",
                  "passphrase"));
      case WRONG_PASSPHRASE ->
          problems.add(
              path.problem(
                  "The private key does not open with this passphrase. Check the passphrase.",
                  "passphrase"));
      case UNREADABLE ->
          problems.add(
              path.problem(
                  "The private key cannot be read. Give one in OpenSSH or PEM format.",
                  "privateKey"));
    }
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
