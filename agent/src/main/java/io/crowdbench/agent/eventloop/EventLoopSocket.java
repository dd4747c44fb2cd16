package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.Epoll;
import io.crowdbench.agent.linux.ReceiveTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A blocking socket whose waiting threads an [EventLoop] lets go on. Read by one thread at a time,
/// written by one at a time, closed by any.
final class EventLoopSocket extends Socket {

  private final EventLoop loop;
  private final SocketChannel channel;
  private final Readiness readiness;
  private final InputStream in = new In();
  private final OutputStream out = new Out();
  private volatile int soTimeout;
  private long arrivedNanos;

  EventLoopSocket(EventLoop loop) throws IOException {
    super((SocketImpl) null);
    this.loop = loop;
    this.channel = SocketChannel.open();
    channel.configureBlocking(false);
    this.readiness = new Readiness(loop, channel, ReceiveTimes.noteFor(channel));
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (endpoint instanceof InetSocketAddress address && address.isUnresolved()) {
      close();
      throw new UnknownHostException(address.getHostString());
    }
    try {
      var deadline = deadline(timeout);
      var connected = channel.connect(endpoint);
      // Not before: Linux would tell that there is no connection yet.
      readiness.watch();
      while (!connected) {
        readiness.await(Epoll.WRITE, deadline, "Connect timed out");
        connected = channel.finishConnect();
      }
    } catch (IOException e) {
      close();
      throw asOfASocket(e);
    }
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /// Waits until there is something to read, or the end.
  void awaitReadable() throws IOException {
    readiness.await(Epoll.READ, deadline(soTimeout), "Read timed out");
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    var deadline = deadline(soTimeout);
    try {
      while (true) {
        readiness.await(Epoll.READ, deadline, "Read timed out");
        int count = readNow(into, offset, length);
        if (count != 0) {
          return count;
        }
      }
    } catch (IOException e) {
      throw asOfASocket(e);
    }
  }

  private int readNow(byte[] into, int offset, int length) throws IOException {
    var io = loop.borrowIo();
    try {
      int count = readiness.read(io, into, offset, length);
      arrivedNanos = io.arrivedNanos();
      return count;
    } finally {
      loop.giveBack(io);
    }
  }

  boolean hasEnded() {
    return readiness.hasEnded();
  }

  /// When what was read last had come in, as of `System.nanoTime`. For whoever has read it.
  long arrivedNanos() {
    return arrivedNanos;
  }

  private void write(byte[] from, int offset, int length) throws IOException {
    int written = 0;
    try {
      while (written < length) {
        int count = writeNow(from, offset + written, length - written);
        if (count == 0) {
          readiness.await(Epoll.WRITE, Readiness.NEVER, "Write timed out");
        }
        written += count;
      }
    } catch (IOException e) {
      throw asOfASocket(e);
    }
  }

  /// @return how many bytes there was room for
  private int writeNow(byte[] from, int offset, int length) throws IOException {
    var io = loop.borrowIo();
    try {
      return readiness.write(io, from, offset, length);
    } finally {
      loop.giveBack(io);
    }
  }

  /// What a socket would throw: TLS takes a broken pipe for something else if it is not thrown as
  /// sockets throw it.
  private static IOException asOfASocket(IOException e) {
    if (e instanceof SocketException || e instanceof InterruptedIOException) {
      return e;
    }
    var sentence = e instanceof ClosedChannelException ? "Socket closed" : e.getMessage();
    return (IOException) new SocketException(sentence).initCause(e);
  }

  private static long deadline(int millis) {
    return millis == 0
        ? Readiness.NEVER
        : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public void close() throws IOException {
    readiness.close();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isBound() {
    return channel.isConnected();
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
    channel.setOption(name, value);
    return this;
  }

  @Override
  public void setSoTimeout(int millis) {
    soTimeout = millis;
  }

  @Override
  public int getSoTimeout() {
    return soTimeout;
  }

  private @Nullable InetSocketAddress remote() {
    try {
      return (InetSocketAddress) channel.getRemoteAddress();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return remote();
  }

  @Override
  public @Nullable InetAddress getInetAddress() {
    var remote = remote();
    return remote == null ? null : remote.getAddress();
  }

  @Override
  public int getPort() {
    var remote = remote();
    return remote == null ? 0 : remote.getPort();
  }

  private final class In extends InputStream {

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return EventLoopSocket.this.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      EventLoopSocket.this.close();
    }
  }

  private final class Out extends OutputStream {

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      EventLoopSocket.this.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
      EventLoopSocket.this.close();
    }
  }
}
