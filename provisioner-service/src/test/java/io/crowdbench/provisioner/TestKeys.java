package io.crowdbench.provisioner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/// Private keys as `ssh-keygen` writes them.
public final class TestKeys {

  private TestKeys() {}

  public static String openSsh(KeyPair pair, String passphrase)
      throws IOException, GeneralSecurityException {
    var encryption = new OpenSSHKeyEncryptionContext();
    encryption.setPassword(passphrase);
    encryption.setCipherType("256");
    encryption.setCipherMode("CTR");
    var text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", encryption, text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
