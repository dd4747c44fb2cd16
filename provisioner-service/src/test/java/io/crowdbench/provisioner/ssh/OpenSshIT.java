package io.crowdbench.provisioner.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Against OpenSSH, which is what slaves really run, where the machine has it and we are root.
@EnabledIf("hasOpenSsh")
class OpenSshIT {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  @TempDir Path directory;

  static boolean hasOpenSsh() {
    return Files.isExecutable(SSHD) && System.getProperty("user.name", "").equals("root");
  }

  @Test
  void runsCommandsAndBringsFiles() throws Exception {
    var port = freePort();
    var sshd = start(port);
    var hosts = new SshHosts();
    try {
      var attempt =
          Awaitility.await()
              .atMost(Duration.ofSeconds(10))
              .until(
                  () -> hosts.connect(login(port), Patience.FOR_WORK),
                  Attempt.Connected.class::isInstance);
      try (var host = ((Attempt.Connected) attempt).host();
          var files = host.files()) {
        assertThat(host.run("exit 7", Duration.ofSeconds(10)).exitCode()).isEqualTo(7);
        var path = files.absolute(directory + "/brought.txt");
        assertThat(files.exists(path)).isFalse();
        files.put(content("first"), path);
        files.put(content("second"), path);
        assertThat(Path.of(path)).hasContent("second");
        files.put("secret", path);
        files.put("other secret", path);
        assertThat(Path.of(path)).hasContent("other secret");
        assertThat(Files.getPosixFilePermissions(Path.of(path))).hasSize(2);
      }
    } finally {
      hosts.stop();
      sshd.destroy();
    }
  }

  private Process start(int port) throws Exception {
    run("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory + "/host");
    run("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory + "/login");
    Files.createDirectories(Path.of("/run/sshd"));
    var settings =
        """
        ListenAddress 127.0.0.1:%d
        HostKey %2$s/host
        AuthorizedKeysFile %2$s/login.pub
        PermitRootLogin yes
        StrictModes no
        UsePAM no
        PidFile none
        Subsystem sftp internal-sftp
        """
            .formatted(port, directory);
    var file = Files.writeString(directory.resolve("sshd_config"), settings);
    return new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("sshd.log").toFile())
        .start();
  }

  private Login login(int port) throws IOException {
    var key = new Credential.PrivateKey(Files.readString(directory.resolve("login")));
    return new Login("127.0.0.1", port, "root", key, null);
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static ByteArrayInputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
