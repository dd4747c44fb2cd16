package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VaultTest {

  private final Vault vault = new Vault(key(1));

  @Test
  void opensWhatItSealed() throws Exception {
    var sealed = vault.seal("slave", "secret");
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(vault.seal("slave", "secret"));
    assertThat(vault.open("slave", sealed)).isEqualTo("secret");
  }

  @Test
  void opensNothingForAnotherSlaveOrWithAnotherKey() {
    var sealed = vault.seal("slave", "secret");
    assertThatThrownBy(() -> vault.open("other", sealed)).isInstanceOf(Vault.CannotOpen.class);
    assertThatThrownBy(() -> new Vault(key(2)).open("slave", sealed))
        .isInstanceOf(Vault.CannotOpen.class);
  }

  private static SecretKey key(int filledWith) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) filledWith);
    return new SecretKeySpec(bytes, "AES");
  }
}
