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
import org.HdrHistogram.Histogram;

/// A site that answers each request after a time that is known to some microseconds. It never
/// sleeps but looks at its sockets and its clock again and again, on a core of its own; so it is a
/// program for benchmarks only.
final class LawServer {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  /// Asks what it took by its own clock instead of being answered after the law.
  static final String MEASURED = "/measured";

  /// @param nanos when it is to be answered
  /// @param received when it was read
  private record Due(long nanos, long received, SocketChannel to) {}

  /// Until it is compiled itself.
  private static final Duration UNCOUNTED = Duration.ofSeconds(5);

  private final Law law;
  private final long stallAfterNanos;
  private final long stallNanos;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer out = ByteBuffer.allocateDirect(ANSWER.length);
  private final Histogram took = new Histogram(3);
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
    if (asksWhatItTook()) {
      tell(channel);
      return;
    }
    first = first == 0 ? now : first;
    due.add(new Due(now + law.nanos(answered++), now, channel));
  }

  private boolean asksWhatItTook() {
    var start = "GET " + MEASURED;
    for (int i = 0; i < start.length(); i++) {
      if (i >= in.position() || in.get(i) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void tell(SocketChannel channel) throws IOException {
    var body =
        "%d %d %d %d %d"
            .formatted(
                took.getTotalCount(),
                took.getValueAtPercentile(50),
                took.getValueAtPercentile(90),
                took.getValueAtPercentile(99),
                took.getValueAtPercentile(99.9));
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    var _ = channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
  }

  private void answerDue() {
    while (!due.isEmpty()) {
      var now = System.nanoTime();
      if (due.element().nanos > now || stalls(now)) {
        return;
      }
      var next = due.remove();
      try {
        out.rewind();
        var _ = next.to.write(out);
        var written = System.nanoTime();
        if (written - first > UNCOUNTED.toNanos()) {
          took.recordValue((written - next.received) / 1_000);
        }
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
