package io.crowdbench.provisioner.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/// Reads private keys.
public final class PrivateKeys {

  /// Whether a key can be used.
  public enum Use {
    READABLE,
    NEEDS_PASSPHRASE,
    WRONG_PASSPHRASE,
    UNREADABLE
  }

  private PrivateKeys() {}

  /// @param passphrase empty for none
  public static Use use(String text, String passphrase) {
    var encrypted = new AtomicBoolean();
    if (read(text, passphrase, encrypted).isPresent()) {
      return Use.READABLE;
    }
    if (!encrypted.get()) {
      return Use.UNREADABLE;
    }
    return passphrase.isEmpty() ? Use.NEEDS_PASSPHRASE : Use.WRONG_PASSPHRASE;
  }

  static Optional<KeyPair> read(String text, String passphrase) {
    return read(text, passphrase, new AtomicBoolean());
  }

  /// The reason a key cannot be read is left out: it may quote the key.
  private static Optional<KeyPair> read(String text, String passphrase, AtomicBoolean encrypted) {
    // Pasted keys often lose their last line end, which OpenSSH's format needs.
    var bytes = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    FilePasswordProvider passphrases =
        (_, _, _) -> {
          encrypted.set(true);
          return orNull(passphrase);
        };
    try {
      var pairs =
          SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName("private key"),
              new ByteArrayInputStream(bytes),
              passphrases);
      return pairs == null || !pairs.iterator().hasNext()
          ? Optional.empty()
          : Optional.of(pairs.iterator().next());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
