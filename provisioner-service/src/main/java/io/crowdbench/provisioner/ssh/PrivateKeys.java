package io.crowdbench.provisioner.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Reads private keys.
public final class PrivateKeys {

  private PrivateKeys() {}

  /// Whether the text is a key that can be used: readable, and without a passphrase.
  public static boolean readable(String text) {
    return read(text).isPresent();
  }

  /// The reason a key cannot be read is left out: it may quote the key.
  static Optional<KeyPair> read(String text) {
    // Pasted keys often lose their last line end, which OpenSSH's format needs.
    var bytes = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      var pairs =
          SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName("private key"),
              new ByteArrayInputStream(bytes),
              FilePasswordProvider.EMPTY);
      return pairs == null || !pairs.iterator().hasNext()
          ? Optional.empty()
          : Optional.of(pairs.iterator().next());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
