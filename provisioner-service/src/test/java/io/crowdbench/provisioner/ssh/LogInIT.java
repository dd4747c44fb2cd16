package io.crowdbench.provisioner.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedSlave;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogInIT {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 2048", "ecdsa-sha2-nistp256, 256"})
  void getsInWithAPrivateKey(String type, int size) throws Exception {
    var pair = KeyUtils.generateKeyPair(type, size);
    try (var slave = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "none")) {
      var keys = Files.createDirectories(slave.home().resolve(".ssh")).resolve("authorized_keys");
      Files.writeString(keys, PublicKeyEntry.toString(pair.getPublic()) + "\n");
      var hosts = new SshHosts();
      var attempt = hosts.connect(login(slave.port(), openSsh(pair)), Patience.FOR_WORK);
      assertThat(attempt).isInstanceOf(Attempt.Connected.class);
      try (var host = ((Attempt.Connected) attempt).host()) {
        assertThat(host.run("echo \"it's $HOME\"; exit 3", Duration.ofSeconds(10)))
            .isEqualTo(new Output(3, "it's " + slave.home() + "\n"));
      }
      hosts.stop();
    }
  }

  @Test
  void saysThatTheKeyIsRefused() throws Exception {
    var pair = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    try (var slave = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "none")) {
      var hosts = new SshHosts();
      assertThat(hosts.connect(login(slave.port(), openSsh(pair)), Patience.FOR_WORK))
          .isEqualTo(
              new Attempt.Failed(
                  "Could not log in to 127.0.0.1:%d as bench: the server refused the private key. Check that its public half is in bench's authorized_keys on 127.0.0.1."
                      .formatted(slave.port())));
      hosts.stop();
    }
  }

  private static Login login(int port, String key) {
    return new Login("127.0.0.1", port, "bench", new Credential.PrivateKey(key), null);
  }

  private static String openSsh(KeyPair pair) throws IOException, GeneralSecurityException {
    var text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
