package io.crowdbench.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// The network between agents and broker: all that agents and runners say to Kafka goes through it,
/// and it can be cut for one slave. As with a pulled plug, connections stay and nothing arrives;
/// what was on its way comes when the network is back.
final class SlaveNetwork implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket door;
  private final int broker;
  private final Set<Integer> cut = new HashSet<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private final IntFunction<Optional<Integer>> slaveOfPort;

  /// @param broker port of the broker's listener for agents
  /// @param slaveOfPort number of the slave whose process has that local port; empty if none has it
  SlaveNetwork(int broker, IntFunction<Optional<Integer>> slaveOfPort) throws IOException {
    this.door = new ServerSocket(0, 100, LOOPBACK);
    this.broker = broker;
    this.slaveOfPort = slaveOfPort;
    Thread.ofVirtual().start(this::accept);
  }

  /// Where agents find the broker.
  int port() {
    return door.getLocalPort();
  }

  synchronized void cut(int slave) {
    cut.add(slave);
  }

  synchronized void heal(int slave) {
    cut.remove(slave);
    notifyAll();
  }

  synchronized void heal() {
    cut.clear();
    notifyAll();
  }

  private synchronized void awaitNetwork(int slave) throws InterruptedException {
    while (cut.contains(slave)) {
      wait();
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed: the tests are over.
      return;
    }
  }

  private void connect(Socket client) {
    var server = new Socket();
    open.add(client);
    open.add(server);
    try {
      var owner = slaveOfPort.apply(client.getPort());
      if (owner.isEmpty()) {
        // It has hung up or ended meanwhile.
        end(client, server);
        return;
      }
      int slave = owner.get();
      awaitNetwork(slave);
      server.connect(new InetSocketAddress(LOOPBACK, broker));
      Thread.ofVirtual().start(() -> copy(slave, server, client));
      copy(slave, client, server);
    } catch (IOException e) {
      // The broker is away.
      end(client, server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(int slave, Socket from, Socket to) {
    var buffer = new byte[65_536];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitNetwork(slave);
        out.write(buffer, 0, n);
      }
      awaitNetwork(slave);
    } catch (IOException e) {
      // One of them is gone, which the other one learns.
      end(from, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(from, to);
  }

  private void end(Socket one, Socket other) {
    close(one);
    close(other);
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    heal();
    open.forEach(this::close);
  }
}
