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
  /// @param text the key as OpenSSH or PEM writes it, without a passphrase
  record PrivateKey(String text) implements Credential {

    @Override
    public String toString() {
      return "PrivateKey[…]";
    }
  }
}
