package io.crowdbench.agent.tunnel;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A client's connection to a broker: requests go through as they are, and so do answers, but for
/// those that name brokers.
final class RelayedConnection {

  /// Of those that are changed; brokers of a large cluster take some kilobytes.
  private static final int MAX_CHANGED = 64 * 1024 * 1024;

  private static final int BUFFER = 32 * 1024;

  /// What a request begins with: its kind, its version, its number.
  private static final int REQUEST_HEAD = 8;

  private static final int ANSWER_HEAD = 4;

  /// @param api kind of a request
  private record Asked(short api, short version) {}

  private final Socket client;
  private final Socket broker;
  private final BrokerAnswers answers;

  /// By the number that the answer will bear.
  private final Map<Integer, Asked> unanswered = new ConcurrentHashMap<>();

  RelayedConnection(Socket client, Socket broker, BrokerAnswers answers) {
    this.client = client;
    this.broker = broker;
    this.answers = answers;
  }

  /// Returns when one of the ends has closed.
  void run() {
    Thread.ofVirtual().name("answers").start(() -> untilClosed(this::passAnswers));
    untilClosed(this::passRequests);
  }

  private interface Direction {
    void pass() throws IOException;
  }

  private void untilClosed(Direction direction) {
    try {
      direction.pass();
    } catch (IOException | RuntimeException e) {
      // Gone, or it speaks no Kafka: the client sees a closed connection and makes another.
    } finally {
      close();
    }
  }

  private void passRequests() throws IOException {
    var in = new DataInputStream(client.getInputStream());
    var out = buffered(broker);
    var buffer = new byte[BUFFER];
    while (true) {
      int length = in.readInt();
      var api = in.readShort();
      var version = in.readShort();
      int number = in.readInt();
      if (BrokerAnswers.concerns(api)) {
        unanswered.put(number, new Asked(api, version));
      }
      out.writeInt(length);
      out.writeShort(api);
      out.writeShort(version);
      out.writeInt(number);
      copy(in, out, length - REQUEST_HEAD, buffer);
      out.flush();
    }
  }

  private void passAnswers() throws IOException {
    var in = new DataInputStream(broker.getInputStream());
    var out = buffered(client);
    var buffer = new byte[BUFFER];
    while (true) {
      int length = in.readInt();
      int number = in.readInt();
      var asked = unanswered.remove(number);
      if (asked == null) {
        out.writeInt(length);
        out.writeInt(number);
        copy(in, out, length - ANSWER_HEAD, buffer);
      } else {
        var changed = answers.change(whole(in, length, number), asked.api(), asked.version());
        out.writeInt(changed.remaining());
        out.write(changed.array(), changed.arrayOffset(), changed.remaining());
      }
      out.flush();
    }
  }

  private static ByteBuffer whole(DataInputStream in, int length, int number) throws IOException {
    if (length < ANSWER_HEAD || length > MAX_CHANGED) {
      throw new IOException("an answer of " + length + " bytes");
    }
    var answer = ByteBuffer.allocate(length).putInt(number);
    in.readFully(answer.array(), ANSWER_HEAD, length - ANSWER_HEAD);
    return answer.rewind();
  }

  private static DataOutputStream buffered(Socket socket) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
  }

  private static void copy(DataInputStream in, DataOutputStream out, int bytes, byte[] buffer)
      throws IOException {
    if (bytes < 0) {
      throw new IOException("a message that ends before its head");
    }
    for (int left = bytes; left > 0; ) {
      int read = Math.min(left, buffer.length);
      in.readFully(buffer, 0, read);
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  void close() {
    closeQuietly(client);
    closeQuietly(broker);
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }
}
