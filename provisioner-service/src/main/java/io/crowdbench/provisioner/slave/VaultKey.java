package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.PrivateFolder;
import io.crowdbench.provisioner.ProvisionerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key of the [Vault]: given by the settings, or made once and kept in a file for its owner
/// only.
final class VaultKey {

  private static final int BYTES = 32;

  private VaultKey() {}

  static SecretKey of(ProvisionerSettings settings) throws IOException {
    if (!settings.secretKey().isBlank()) {
      return decode(settings.secretKey(), "CROWDBENCH_SECRET_KEY");
    }
    var file = settings.data().resolve("secret.key");
    if (!Files.exists(file)) {
      PrivateFolder.make(settings.data());
      make(file);
    }
    return decode(Files.readString(file), file.toString());
  }

  private static void make(Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    // Under another name first: a half-written key would lock every slave out for good.
    var part =
        Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".part", ownerOnly);
    Files.writeString(part, Base64.getEncoder().encodeToString(bytes));
    Files.move(part, file);
  }

  private static SecretKey decode(String text, String where) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause: it may quote the key.
      bytes = new byte[0];
    }
    if (bytes.length != BYTES) {
      throw new IllegalStateException(
          "The key in %s is not 32 bytes in Base64. Put back the key the slaves were registered with; `openssl rand -base64 32` makes a new one."
              .formatted(where));
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
