package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.kit.Problem;
import io.crowdbench.provisioner.TestKeys;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  @Test
  void fillsInWhatMayBeLeftOut() {
    var given =
        new SlaveRequest(
                "lab", "[fe80::1]", null, "bench", "secret", null, null, null, null, null, null)
            .registration();
    assertThat(given.problems()).isEmpty();
    assertThat(given.door().host()).isEqualTo("fe80::1");
    assertThat(given.door().port()).isEqualTo(22);
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
        .containsExactly("The private key cannot be read. Give one in OpenSSH or PEM format.");
  }

  @Test
  void wantsThePassphraseOfAKeyThatHasOne() throws Exception {
    var key = TestKeys.openSsh(KeyUtils.generateKeyPair("ssh-ed25519", 256), "open sesame");
    assertThat(problems(key, null))
        .containsExactly(
            "The private key is encrypted with a passphrase. Give the passphrase, too.");
    assertThat(problems(key, "sesame"))
        .containsExactly(
            "The private key does not open with this passphrase. Check the passphrase.");
    assertThat(problems(key, "open sesame")).isEmpty();
  }

  @Test
  void checksLabelsFingerprintsAndTheJumpHost() {
    var jump = new JumpRequest(" ", 0, "", "", null, null, null);
    var request =
        new SlaveRequest(
            "lab",
            "lab-3",
            22,
            "bench",
            "secret",
            null,
            null,
            null,
            "MD5:aa",
            List.of("fast", " fast", "two words"),
            jump);
    assertThat(request.registration().labels()).containsExactly("fast", "two words");
    assertThat(request.registration().problems())
        .extracting(Problem::pointer)
        .containsExactly("/hostKey", "/labels", "/jump/host", "/jump/user", "/jump/password");
  }

  private static List<String> problems(String key, @Nullable String passphrase) {
    var request =
        new SlaveRequest(
            "lab", "lab-3", 22, "bench", null, key, passphrase, null, null, null, null);
    return request.registration().problems().stream().map(Problem::detail).toList();
  }

  @Test
  void keepsItsSecretsOutOfTexts() {
    var request = request("xyzzy", "plugh");
    assertThat(request + " " + request.registration()).doesNotContain("xyzzy", "plugh");
  }

  private static SlaveRequest request(@Nullable String password, String key) {
    return new SlaveRequest(
        "lab", "lab-3", 22, "bench", password, key, null, null, null, null, null);
  }
}
