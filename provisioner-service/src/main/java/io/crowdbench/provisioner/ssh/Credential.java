package io.crowdbench.provisioner.ssh;

/// What proves to a host who we are. It never shows itself in a text.
public sealed interface Credential {

  record Password(String text) implements Credential {

    @Override
    public String toString() {
      return "Password[…]";
    }
  }

  /// The private half of a key pair.
  ///
  /// @param text the key as OpenSSH or PEM writes it
  /// @param passphrase that it is encrypted with; empty if it is not
  record PrivateKey(String text, String passphrase) implements Credential {

    PrivateKey(String text) {
      this(text, "");
    }

    @Override
    public String toString() {
      return "PrivateKey[…]";
    }
  }
}
