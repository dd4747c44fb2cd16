package io.crowdbench.provisioner.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.embedded.HostHabits;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.TunnelEvent;
import io.crowdbench.messages.provisioning.TunnelsKept;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Tunnels over real SSH, to a real broker.
@ExtendWith(WithStack.class)
class TunnelsIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private ProvisionerStack stack;
  private EmbeddedSlave server;
  private Api api;
  private String id;

  @BeforeEach
  void start(ProvisionerStack stack) throws IOException {
    this.stack = stack;
    server = EmbeddedSlave.start(directory.resolve("home"), 0, "bench", "correct-horse");
    Files.createDirectories(server.home().resolve(".crowdbench"));
    api = new Api(stack);
    id = api.register("far", server.port(), Map.of());
    stack.tunnel(id);
  }

  @AfterEach
  void stop() throws IOException {
    stack.bean(Tunnels.class).close(slave());
    api.delete("/api/slaves/" + id);
    server.close();
  }

  @Test
  void leadsToBrokersAndNowhereElse() throws Exception {
    assertThat(open()).isEmpty();

    assertThat(answer(entrance("port"), stack.brokers(), entrance("token"))).contains(" 200 ");
    // The service itself, which is another thing on its machine.
    var service = stack.url().substring("http://".length());
    assertThat(answer(entrance("port"), service, entrance("token"))).contains(" 403 ");
    assertThat(answer(entrance("port"), stack.brokers(), "guessed")).contains(" 407 ");
    assertThat(Files.getPosixFilePermissions(file()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void isOpenedAgainAfterTheSessionBroke() throws Exception {
    assertThat(open()).isEmpty();
    var before = entrance("token");
    int port = server.port();

    server.close();
    server = EmbeddedSlave.start(directory.resolve("home"), port, "bench", "correct-horse");

    await().atMost(TIMEOUT).until(() -> !entrance("token").equals(before));
    assertThat(answer(entrance("port"), stack.brokers(), entrance("token"))).contains(" 200 ");
    assertThat(answer(entrance("port"), stack.brokers(), before)).contains(" 407 ");
  }

  @Test
  void isOpenedByTheNextStartOfTheServiceAndReportedEverySecond() throws Exception {
    stack.restartService();

    await().atMost(TIMEOUT).until(() -> Files.exists(file()));
    assertThat(answer(entrance("port"), stack.brokers(), entrance("token"))).contains(" 200 ");
    try (var wire = new Wire(stack)) {
      await()
          .atMost(TIMEOUT)
          .until(() ->
              wire.heard(Topics.TUNNEL_EVENTS, TunnelEvent.class).stream()
                  .anyMatch(event -> ((TunnelsKept) event).open().contains(id)));
    }
  }

  @Test
  void saysWhatToDoWhereForwardingIsForbidden() throws Exception {
    int port = server.port();
    server.close();
    server =
        EmbeddedSlave.start(
            directory.resolve("home"),
            port,
            "bench",
            "correct-horse",
            HostHabits.USUAL.withoutForwarding());

    assertThat(open())
        .hasValueSatisfying(problem ->
            assertThat(problem)
                .startsWith(
                    "Could not open a way to Kafka through the SSH session to 127.0.0.1:" + port)
                .contains("AllowTcpForwarding"));
  }

  private java.util.Optional<String> open() {
    return stack.bean(Tunnels.class).open(slave());
  }

  private Slave slave() {
    return stack.bean(SlaveRegistry.class).find(id).orElseThrow();
  }

  private Path file() {
    return server.home().resolve(".crowdbench/tunnel.properties");
  }

  private String entrance(String key) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file())) {
      properties.load(reader);
    }
    return properties.getProperty(key, "");
  }

  /// The first line of what comes back.
  private static String answer(String port, String target, String token) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      socket
          .getOutputStream()
          .write(
              "CONNECT %s HTTP/1.1\r\nProxy-Authorization: Bearer %s\r\n\r\n"
                  .formatted(target, token)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }
  }
}
