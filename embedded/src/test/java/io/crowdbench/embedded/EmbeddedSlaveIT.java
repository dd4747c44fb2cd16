package io.crowdbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSlaveIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path directory;
  private EmbeddedSlave slave;
  private SshClient client;

  @BeforeEach
  void start() throws IOException {
    slave = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "secret");
    client = SshClient.setUpDefaultClient();
    client.start();
  }

  @AfterEach
  void stop() throws IOException {
    client.stop();
    slave.close();
  }

  @Test
  void runsCommandsInItsHomeAndAnswersTheirExitCode() throws IOException {
    try (var session = loggedIn()) {
      assertThat(run(session, "pwd; echo $HOME; exit 7"))
          .isEqualTo("7: %s\n%s\n".formatted(slave.home(), slave.home()));
    }
  }

  @Test
  void commandsAndSftpAgreeOnPaths() throws IOException {
    try (var session = loggedIn();
        var sftp = SftpClientFactory.instance().createSftpClient(session)) {
      try (var file = sftp.write("relative.txt")) {
        file.write("by sftp".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(run(session, "cat relative.txt")).isEqualTo("0: by sftp");
      run(session, "echo by shell > other.txt");
      try (var file = sftp.read(slave.home().resolve("other.txt").toString())) {
        assertThat(file.readAllBytes()).asString().isEqualTo("by shell\n");
      }
      assertThat(sftp.canonicalPath(".")).isEqualTo(slave.home().toString());
    }
  }

  @Test
  void refusesAWrongPassword() throws IOException {
    try (var session = connected()) {
      session.addPasswordIdentity("wrong");
      assertThatThrownBy(() -> session.auth().verify(SOON)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void letsAnEd25519KeyIn() throws Exception {
    var key = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    var keys = Files.createDirectories(slave.home().resolve(".ssh")).resolve("authorized_keys");
    Files.writeString(keys, PublicKeyEntry.toString(key.getPublic()) + "\n");
    try (var session = connected()) {
      session.addPublicKeyIdentity(key);
      session.auth().verify(SOON);
      assertThat(session.isAuthenticated()).isTrue();
    }
    assertThat(SecurityUtils.isEDDSACurveSupported()).isTrue();
  }

  @Test
  void keepsItsHostKeyOverARestart() throws IOException {
    var before = hostKey();
    slave.close();
    slave = EmbeddedSlave.start(slave.home(), 0, "bench", "secret");
    assertThat(hostKey()).isEqualTo(before);
  }

  @Test
  void whatRunsInTheBackgroundOutlivesTheConnection() throws IOException {
    try (var session = loggedIn()) {
      run(
          session,
          "nohup /bin/sh -c 'while [ ! -e go ]; do sleep 0.1; done; touch gone' > log 2>&1 < /dev/null & echo $! > pid");
    }
    slave.close();
    Files.createFile(slave.home().resolve("go"));
    Awaitility.await().atMost(SOON).until(() -> Files.exists(slave.home().resolve("gone")));
  }

  private String hostKey() throws IOException {
    try (var session = loggedIn()) {
      return KeyUtils.getFingerPrint(session.getServerKey());
    }
  }

  private ClientSession connected() throws IOException {
    return client.connect("bench", "127.0.0.1", slave.port()).verify(SOON).getSession();
  }

  private ClientSession loggedIn() throws IOException {
    var session = connected();
    session.addPasswordIdentity("secret");
    session.auth().verify(SOON);
    return session;
  }

  private static String run(ClientSession session, String command) throws IOException {
    try (var channel = session.createExecChannel(command)) {
      var out = new ByteArrayOutputStream();
      channel.setOut(out);
      channel.open().verify(SOON);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SOON);
      return channel.getExitStatus() + ": " + out.toString(StandardCharsets.UTF_8);
    }
  }
}
