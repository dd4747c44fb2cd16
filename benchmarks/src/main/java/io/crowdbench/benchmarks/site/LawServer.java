package io.crowdbench.benchmarks.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A site that answers each request after a time that is known to some microseconds. It never
/// sleeps but looks at its sockets and its clock again and again, on a core of its own; so it is a
/// program for benchmarks only.
final class LawServer {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private record Due(long nanos, SocketChannel to) {}

  private final Law law;
  private final long stallAfterNanos;
  private final long stallNanos;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer out = ByteBuffer.allocateDirect(ANSWER.length);
  private long answered;
  private long first;

  private LawServer(Law law, Duration stallAfter, Duration stall) {
    this.law = law;
    this.stallAfterNanos = stallAfter.toNanos();
    this.stallNanos = stall.toNanos();
    out.put(ANSWER);
  }

  /// @param args the law's two times, then when after the first request it stalls, and for how
  ///   long; all in microseconds
  public static void main(String[] args) throws IOException {
    var law = new Law(micros(args[0]), micros(args[1]));
    new LawServer(law, micros(args[2]), micros(args[3])).serve();
  }

  private static Duration micros(String number) {
    return Duration.ofNanos(Long.parseLong(number) * 1_000);
  }

  private void serve() throws IOException {
    try (var listener = ServerSocketChannel.open();
        var selector = Selector.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
      System.out.println(listener.socket().getLocalPort());
      while (true) {
        selector.selectNow(key -> take(key, selector));
        answerDue();
      }
    }
  }

  private void take(SelectionKey key, Selector selector) {
    try {
      if (key.isAcceptable()) {
        var accepted = ((ServerSocketChannel) key.channel()).accept();
        accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        accepted.configureBlocking(false);
        accepted.register(selector, SelectionKey.OP_READ);
      } else {
        read(key);
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  /// Requests are small and come whole, one at a time on a connection.
  private void read(SelectionKey key) throws IOException {
    var channel = (SocketChannel) key.channel();
    in.clear();
    if (channel.read(in) < 0) {
      channel.close();
      return;
    }
    var now = System.nanoTime();
    first = first == 0 ? now : first;
    due.add(new Due(now + law.nanos(answered++), channel));
  }

  private void answerDue() {
    while (!due.isEmpty()) {
      var now = System.nanoTime();
      if (due.element().nanos > now || stalls(now)) {
        return;
      }
      try {
        out.rewind();
        var _ = due.remove().to.write(out);
      } catch (IOException e) {
        // Whoever asked has gone.
        continue;
      }
    }
  }

  private boolean stalls(long now) {
    var since = now - first - stallAfterNanos;
    return stallNanos > 0 && since >= 0 && since < stallNanos;
  }
}
