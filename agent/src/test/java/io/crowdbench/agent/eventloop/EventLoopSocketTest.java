package io.crowdbench.agent.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnEventLoop.class)
@Timeout(30)
class EventLoopSocketTest {

  private static final long LATE = Duration.ofMillis(20).toNanos();
  private static final long CLOCKS_DIFFER = Duration.ofMillis(5).toNanos();

  private ServerSocket server;
  private Socket socket = new Socket();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    socket.close();
  }

  @Test
  void isWhatUsersGet() throws IOException {
    socket = EventLoops.socket();

    assertThat(socket).isInstanceOf(EventLoopSocket.class);
  }

  @Test
  void readsPieceByPieceToTheEnd() throws IOException {
    try (var peer = connected()) {
      peer.getOutputStream().write(new byte[] {1, 2, 3});
      var in = socket.getInputStream();

      assertThat(in.read()).isEqualTo(1);
      assertThat(in.readNBytes(2)).containsExactly(2, 3);
      peer.getOutputStream().write(200);
      assertThat(in.read()).isEqualTo(200);
      peer.shutdownOutput();
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  /// A loop that waited for the lock of a socket would wait for its own user, who is next in line.
  @Test
  void isReadOnOneLoopWhileItIsWrittenOnAnother() throws Exception {
    var rounds = 20_000;
    try (var peer = connected()) {
      var echo = Thread.ofPlatform().start(() -> echo(peer));
      var received = new CompletableFuture<Integer>();
      EventLoops.threadsOnEach()
          .getLast()
          .start(() -> {
            try {
              received.complete(socket.getInputStream().readNBytes(rounds).length);
            } catch (IOException e) {
              received.completeExceptionally(e);
            }
          });
      for (int i = 0; i < rounds; i++) {
        socket.getOutputStream().write(i);
      }

      assertThat(received.get()).isEqualTo(rounds);
      socket.close();
      echo.join();
    }
  }

  private static void echo(Socket peer) {
    try {
      var buffer = new byte[1];
      while (peer.getInputStream().read(buffer) > 0) {
        peer.getOutputStream().write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Linux may tell of both at once.
  @Test
  void readsTheEndThatCameWithTheLastBytes() throws IOException {
    try (var peer = connected()) {
      peer.getOutputStream().write(new byte[] {1, 2, 3});
      peer.shutdownOutput();

      assertThat(socket.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /// The reading thread may be late for reasons of this machine.
  @Test
  void tellsWhenBytesCameNotWhenTheyWereRead() throws IOException {
    try (var peer = connected()) {
      // Linux takes a moment to begin with it.
      for (int i = 0; i < 100 && lateness(peer) > CLOCKS_DIFFER; i++) {
        Thread.onSpinWait();
      }

      for (int i = 0; i < 3; i++) {
        assertThat(lateness(peer)).isBetween(-CLOCKS_DIFFER, CLOCKS_DIFFER);
      }
    }
  }

  /// By how much later than they were sent, according to the socket, bytes came that are read late.
  private long lateness(Socket peer) throws IOException {
    peer.getOutputStream().write(1);
    var sent = System.nanoTime();
    while (System.nanoTime() - sent < LATE) {
      Thread.onSpinWait();
    }
    assertThat(socket.getInputStream().read()).isEqualTo(1);
    return EventLoops.arrivedNanos(socket) - sent;
  }

  @Test
  void readsMoreThanFitsAtOnce() throws IOException {
    try (var peer = connected()) {
      var much = new byte[100_000];
      new Random(1).nextBytes(much);
      Thread.ofPlatform()
          .start(() -> {
            try {
              peer.getOutputStream().write(much);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });

      assertThat(socket.getInputStream().readNBytes(much.length)).isEqualTo(much);
    }
  }

  @Test
  void readsWhatCameWhileNobodyRead() throws IOException {
    try (var peer = connected()) {
      var in = socket.getInputStream();
      for (int round = 0; round < 100; round++) {
        peer.getOutputStream().write(new byte[] {(byte) round, 7});
        // Others' turn: the loop sees that there is something, and nobody to be told.
        Thread.yield();
        assertThat(in.read()).isEqualTo(round);
        assertThat(in.read()).isEqualTo(7);
      }
    }
  }

  @Test
  void writesMoreThanFitsAtOnce() throws Exception {
    var sent = new byte[20_000_000];
    new Random(1).nextBytes(sent);
    try (var peer = connected()) {
      var received = readAll(peer.getInputStream());
      socket.getOutputStream().write(sent);
      socket.shutdownOutput();

      assertThat(received.get()).isEqualTo(sent);
    }
  }

  private static CompletableFuture<byte[]> readAll(InputStream in) {
    var all = new CompletableFuture<byte[]>();
    Thread.ofPlatform()
        .start(() -> {
          try {
            all.complete(in.readAllBytes());
          } catch (IOException e) {
            all.completeExceptionally(e);
          }
        });
    return all;
  }

  @Test
  void readsAndWritesAtTheSameTime() throws Exception {
    var sent = new byte[5_000_000];
    new Random(2).nextBytes(sent);
    try (var peer = connected()) {
      Thread.ofPlatform()
          .start(() -> {
            try {
              peer.getInputStream().transferTo(peer.getOutputStream());
              peer.shutdownOutput();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      var received = new CompletableFuture<byte[]>();
      EventLoops.threads()
          .start(() -> {
            try {
              received.complete(socket.getInputStream().readAllBytes());
            } catch (IOException e) {
              received.completeExceptionally(e);
            }
          });
      socket.getOutputStream().write(sent);
      socket.shutdownOutput();

      assertThat(received.get()).isEqualTo(sent);
    }
  }

  @Test
  void saysThatNothingCameInTime() throws IOException {
    try (var _ = connected()) {
      socket.setSoTimeout(50);

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("Read timed out");
    }
  }

  @Test
  void saysThatThePeerHasGoneAsSocketsDo() throws IOException {
    try (var peer = connected()) {
      peer.setSoLinger(true, 0);
    }
    var out = socket.getOutputStream();

    assertThatThrownBy(
            () -> {
              while (true) {
                out.write(new byte[10_000]);
              }
            })
        .isInstanceOf(SocketException.class);
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port = server.getLocalPort();
    server.close();
    socket = EventLoops.socket();

    assertThatThrownBy(
            () -> socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("refused");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void saysThatThereIsNoSuchHost() throws IOException {
    socket = EventLoops.socket();

    assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("nowhere", 80)))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("nowhere");
  }

  @Test
  void wakesAReaderWhenAnotherThreadClosesIt() throws IOException {
    try (var _ = connected()) {
      var self = Thread.currentThread();
      Thread.ofPlatform()
          .start(() -> {
            awaitWaiting(self);
            try {
              socket.close();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessage("Socket closed");
    }
  }

  @Test
  void isClosedByAnInterrupt() throws IOException {
    try (var peer = connected()) {
      var self = Thread.currentThread();
      Thread.ofPlatform()
          .start(() -> {
            awaitWaiting(self);
            self.interrupt();
          });

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessage("Closed by interrupt");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static void awaitWaiting(Thread thread) {
    Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
  }

  @Test
  void tellsWhereItGoesTo() throws IOException {
    try (var peer = connected()) {
      assertThat(socket.getPort()).isEqualTo(server.getLocalPort());
      assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
      assertThat(socket.getRemoteSocketAddress()).isEqualTo(peer.getLocalSocketAddress());
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private Socket connected() throws IOException {
    socket = EventLoops.socket();
    socket.connect(server.getLocalSocketAddress(), 5_000);
    return server.accept();
  }
}
