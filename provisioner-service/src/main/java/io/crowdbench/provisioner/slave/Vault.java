package io.crowdbench.provisioner.slave;

import io.crowdbench.provisioner.ProvisionerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Seals the slaves' passwords and keys, so that a copy of the database gives nobody a login.
///
/// AES-256-GCM with a fresh nonce in front; the slave's id is authenticated along, so that a sealed
/// secret cannot be moved to another slave.
@Component
class Vault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  Vault(ProvisionerSettings settings) throws IOException {
    this(VaultKey.of(settings));
  }

  Vault(SecretKey key) {
    this.key = key;
  }

  String seal(String slave, String secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, slave)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM cannot encrypt with AES-256-GCM", e);
    }
  }

  /// @throws CannotOpen when the key is not the one it was sealed with
  String open(String slave, String sealed) throws CannotOpen {
    var both = Base64.getDecoder().decode(sealed);
    var nonce = new byte[NONCE_BYTES];
    System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
    try {
      var secret =
          cipher(Cipher.DECRYPT_MODE, nonce, slave)
              .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new CannotOpen(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String slave) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(slave.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /// The secret was sealed with another key.
  static final class CannotOpen extends Exception {

    CannotOpen(Throwable cause) {
      super("sealed with another key", cause);
    }
  }
}
