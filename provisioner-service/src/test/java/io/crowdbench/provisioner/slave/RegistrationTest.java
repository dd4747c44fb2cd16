package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  @Test
  void fillsInWhatMayBeLeftOut() {
    var given =
        new SlaveRequest("lab", "lab-3", null, "bench", "secret", null, null).registration();
    assertThat(given.problems()).isEmpty();
    assertThat(given.port()).isEqualTo(22);
    assertThat(given.folder()).isEqualTo(".crowdbench");
  }

  @Test
  void wantsOneOfPasswordAndKey() {
    assertThat(request("secret", "key").registration().problems())
        .containsExactly(
            Problem.of(
                "There are both a password and a private key. Give only one of them.",
                "privateKey"));
  }

  @Test
  void wantsAKeyThatCanBeRead() {
    assertThat(request(null, "-----BEGIN OPENSSH PRIVATE KEY-----").registration().problems())
        .extracting(Problem::detail)
        .containsExactly(
            "The private key cannot be read. Give one in OpenSSH or PEM format that has no passphrase.");
  }

  @Test
  void keepsItsSecretsOutOfTexts() {
    var request = request("xyzzy", "plugh");
    assertThat(request + " " + request.registration()).doesNotContain("xyzzy", "plugh");
  }

  private static SlaveRequest request(@Nullable String password, String key) {
    return new SlaveRequest("lab", "lab-3", 22, "bench", password, key, null);
  }
}
