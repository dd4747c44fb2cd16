package io.crowdbench.agent.http.websocket;

import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.MessageQueue;
import io.crowdbench.agent.http.http1.Channel;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// An open WebSocket: a thread of its own takes in what comes and answers pings, so that a user who
/// thinks is not taken for gone.
public final class WebSocketConnection implements AutoCloseable {

  /// What a message may hold, in one or many frames.
  static final int MAX_MESSAGE = 16 * 1024 * 1024;

  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final Channel channel;
  private final IntConsumer onMessage;
  private final MessageQueue<Message> arrivals = new MessageQueue<>();
  private final Thread reader;
  private final @Nullable Deflate deflate;
  private boolean closing;

  /// @param text true if it is a text in UTF-8
  public record Message(boolean text, byte[] content) {

    /// @throws IOException when it is binary or no UTF-8
    public String asText() throws IOException {
      if (!text) {
        throw new HttpFailure(
            "a binary message of %,d bytes came where a text was expected"
                .formatted(content.length));
      }
      return WebSocketFrame.text(content);
    }
  }

  private WebSocketConnection(Channel channel, IntConsumer onMessage) {
    this.channel = channel;
    this.onMessage = onMessage;
    this.deflate = Deflate.agreed(extensions(channel));
    this.reader = Thread.ofVirtual().name("web socket").unstarted(this::read);
  }

  /// Adds what a handshake says beside what the author wants.
  ///
  /// @return the key that the answer is checked against
  public static String ask(Fields fields) {
    var random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    var key = Base64.getEncoder().encodeToString(random);
    fields.set("Connection", "Upgrade");
    fields.set("Upgrade", "websocket");
    fields.set("Sec-WebSocket-Version", "13");
    fields.set("Sec-WebSocket-Key", key);
    fields.remove("Accept-Encoding");
    if (fields.value("Sec-WebSocket-Extensions").isEmpty()) {
      fields.set("Sec-WebSocket-Extensions", Deflate.OFFER);
    }
    return key;
  }

  /// @throws IOException when the answer opens no WebSocket; it is closed then
  public static void check(Channel channel, String key) throws IOException {
    var answer = channel.answer();
    var problem = "";
    if (answer.status() != 101) {
      problem =
          "the server did not open a WebSocket but answered %d %s"
              .formatted(answer.status(), answer.reason())
              .strip();
    } else if (!answer.headers().has("Upgrade", "websocket")) {
      problem = "the server switched to another protocol than WebSocket";
    } else if (!answer.headers().first("Sec-WebSocket-Accept").orElse("").equals(accept(key))) {
      problem = "the server's Sec-WebSocket-Accept does not fit the key it was sent";
    } else {
      problem = extensionsProblem(extensions(channel));
    }
    if (!problem.isEmpty()) {
      channel.close();
      throw new HttpFailure(problem);
    }
  }

  private static String extensions(Channel channel) {
    return String.join(", ", channel.answer().headers().all("Sec-WebSocket-Extensions"));
  }

  private static String extensionsProblem(String extensions) {
    try (var _ = Deflate.agreed(extensions)) {
      return "";
    } catch (IllegalArgumentException e) {
      return "the server wants extensions, which nobody offered: " + extensions;
    }
  }

  private static String accept(String key) {
    try {
      var sum = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(sum.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param onMessage told the bytes on the network of each message that comes, on another thread
  public static WebSocketConnection over(Channel channel, IntConsumer onMessage) {
    var line = new WebSocketConnection(channel, onMessage);
    line.reader.start();
    return line;
  }

  /// @return how many bytes of the message went over the network
  public int send(boolean text, byte[] content) throws IOException {
    if (arrivals.hasEnded()) {
      throw new HttpFailure(why());
    }
    int code = text ? WebSocketFrame.TEXT : WebSocketFrame.BINARY;
    var sent = deflate == null ? content : Deflate.packed(content);
    write(new WebSocketFrame(true, code, sent, deflate != null));
    return sent.length;
  }

  public Message next(Duration patience) throws IOException, InterruptedException {
    return arrivals.next(patience, "message");
  }

  private String why() {
    try {
      var _ = arrivals.next(Duration.ZERO, "message");
      return "the WebSocket has ended";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /// The standard wants a key that nobody can foresee, to protect proxies from scripts; here the
  /// author of the action may send anything anyway.
  private synchronized void write(WebSocketFrame frame) throws IOException {
    channel.out().write(frame.masked(ThreadLocalRandom.current().nextInt()));
  }

  private void read() {
    try {
      read(new DataInputStream(channel.in()));
    } catch (WebSocketFrame.Broken e) {
      arrivals.end(String.valueOf(e.getMessage()));
      closeWith(e.status);
    } catch (EOFException e) {
      arrivals.end("the server closed the connection without a goodbye");
    } catch (IOException e) {
      arrivals.end(channel.isClosed() ? "the WebSocket is closed" : "the connection broke: " + e);
    } catch (InterruptedException e) {
      arrivals.end("the WebSocket is closed");
    } finally {
      channel.close();
      if (deflate != null) {
        deflate.close();
      }
    }
  }

  private void read(DataInputStream in) throws IOException, InterruptedException {
    var parts = new ByteArrayOutputStream(0);
    int kind = WebSocketFrame.MORE;
    boolean packed = false;
    while (true) {
      var frame = WebSocketFrame.read(in, MAX_MESSAGE - parts.size(), deflate != null);
      switch (frame.code()) {
        case WebSocketFrame.PING ->
            write(new WebSocketFrame(true, WebSocketFrame.PONG, frame.content()));
        case WebSocketFrame.PONG -> {}
        case WebSocketFrame.CLOSE -> {
          arrivals.end(goodbye(frame.content()));
          closeWith(status(frame.content()));
          return;
        }
        default -> {
          if ((frame.code() == WebSocketFrame.MORE) == (kind == WebSocketFrame.MORE)) {
            throw new WebSocketFrame.Broken(1002, "the server mixed up the pieces of its messages");
          }
          packed |= frame.packed();
          kind = frame.code() == WebSocketFrame.MORE ? kind : frame.code();
          parts.writeBytes(frame.content());
          if (frame.last()) {
            var content = parts.toByteArray();
            var whole =
                packed && deflate != null ? deflate.unpacked(content, MAX_MESSAGE) : content;
            arrived(new Message(kind == WebSocketFrame.TEXT, whole), content.length);
            packed = false;
            parts = new ByteArrayOutputStream(0);
            kind = WebSocketFrame.MORE;
          }
        }
      }
    }
  }

  private void arrived(Message message, int bytes) throws IOException, InterruptedException {
    if (message.text) {
      var _ = WebSocketFrame.text(message.content);
    }
    onMessage.accept(bytes);
    arrivals.put(message);
  }

  private static int status(byte[] goodbye) {
    return goodbye.length < 2 ? 1000 : ByteBuffer.wrap(goodbye).getShort() & 0xffff;
  }

  private static String goodbye(byte[] content) {
    if (content.length < 2) {
      return "the server closed the WebSocket without a reason";
    }
    var reason = new String(Arrays.copyOfRange(content, 2, content.length), StandardCharsets.UTF_8);
    return "the server closed the WebSocket: %d %s%s"
        .formatted(
            status(content),
            CloseCodes.inWords(status(content)),
            reason.isEmpty() ? "" : " (" + reason + ")");
  }

  /// Says goodbye once.
  private synchronized void closeWith(int status) {
    if (closing) {
      return;
    }
    closing = true;
    try {
      write(
          new WebSocketFrame(
              true, WebSocketFrame.CLOSE, ByteBuffer.allocate(2).putShort((short) status).array()));
    } catch (IOException e) {
      // Nobody is there to be said goodbye to.
      channel.close();
    }
  }

  @Override
  public void close() {
    closeWith(1000);
    try {
      arrivals.awaitEnd(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    arrivals.end("the WebSocket is closed");
    channel.close();
    reader.interrupt();
  }
}
