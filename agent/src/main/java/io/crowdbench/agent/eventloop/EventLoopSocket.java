package io.crowdbench.agent.eventloop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A blocking socket whose waiting threads an [EventLoop] lets go on. Read by one thread at a time,
/// written by one at a time, closed by any.
///
/// The loop goes on watching for an answer from one request to the next, and a read waits for its
/// word instead of trying first: nothing has come yet when a request has just been sent.
final class EventLoopSocket extends Socket {

  private static final int READ = SelectionKey.OP_READ;

  /// Written or connected: never both at a time.
  private static final int WRITE = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

  private static final long NEVER = Long.MAX_VALUE;

  private final EventLoop loop;
  private final SocketChannel channel;
  private final InputStream in = new In();
  private final OutputStream out = new Out();
  private volatile int soTimeout;

  // What follows is guarded by this object's monitor.
  private @Nullable SelectionKey key;
  private @Nullable Thread reader;
  private @Nullable Thread writer;

  /// What the loop watches for.
  private int watched;

  /// What it has seen and nobody has used.
  private int ready;

  EventLoopSocket(EventLoop loop) throws IOException {
    super((SocketImpl) null);
    this.loop = loop;
    this.channel = SocketChannel.open();
    channel.configureBlocking(false);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (endpoint instanceof InetSocketAddress address && address.isUnresolved()) {
      close();
      throw new UnknownHostException(address.getHostString());
    }
    try {
      if (!channel.connect(endpoint)) {
        await(SelectionKey.OP_CONNECT, deadline(timeout), "Connect timed out");
        channel.finishConnect();
      }
    } catch (IOException e) {
      close();
      throw closedOr(e);
    }
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /// Waits until there is something to read, or the end.
  void awaitReadable() throws IOException {
    await(READ, deadline(soTimeout), "Read timed out");
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    var deadline = deadline(soTimeout);
    try {
      while (true) {
        await(READ, deadline, "Read timed out");
        int count = channel.read(ByteBuffer.wrap(into, offset, length));
        if (count >= 0 && count < length) {
          isEmpty();
        }
        if (count != 0) {
          return count;
        }
      }
    } catch (IOException e) {
      throw closedOr(e);
    }
  }

  private void write(byte[] from, int offset, int length) throws IOException {
    var left = ByteBuffer.wrap(from, offset, length);
    try {
      while (true) {
        var _ = channel.write(left);
        if (!left.hasRemaining()) {
          return;
        }
        await(SelectionKey.OP_WRITE, NEVER, "Write timed out");
      }
    } catch (IOException e) {
      throw closedOr(e);
    }
  }

  /// In the words that sockets have for it.
  private static IOException closedOr(IOException e) {
    return e instanceof ClosedChannelException ? new SocketException("Socket closed") : e;
  }

  private static long deadline(int millis) {
    return millis == 0 ? NEVER : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void await(int what, long deadline, String late) throws IOException {
    var self = Thread.currentThread();
    while (!isReady(what, self)) {
      if (deadline == NEVER) {
        LockSupport.park(this);
      } else {
        var left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new SocketTimeoutException(late);
        }
        LockSupport.parkNanos(this, left);
      }
      if (self.isInterrupted()) {
        close();
        throw new SocketException("Closed by interrupt");
      }
    }
    if (!channel.isOpen()) {
      throw new SocketException("Socket closed");
    }
  }

  /// If not, the thread is woken when it is. What is to be read stays ready until it is read.
  private synchronized boolean isReady(int what, Thread self) throws IOException {
    if ((ready & what) != 0 || !channel.isOpen()) {
      ready &= ~(what & WRITE);
      return true;
    }
    if (what == READ) {
      reader = self;
    } else {
      writer = self;
    }
    if ((watched & what) == 0) {
      watch(watched | what);
    }
    return false;
  }

  /// All that has come is read.
  private synchronized void isEmpty() {
    ready &= ~READ;
  }

  private void watch(int what) throws IOException {
    watched = what;
    if (key == null) {
      key = channel.register(loop.selector(), what, this);
    } else {
      key.interestOps(what);
    }
    // Unless this is the loop's own thread, which looks anyway.
    loop.wake();
  }

  /// The loop has seen something. Called by its thread.
  void ready(SelectionKey seen) {
    Thread reads;
    Thread writes;
    try {
      int what = seen.readyOps();
      synchronized (this) {
        ready |= what;
        reads = (what & READ) == 0 ? null : reader;
        writes = (what & WRITE) == 0 ? null : writer;
        // A user who thinks is not told again and again that the server has closed its connection.
        int goOn = watched & ~(what & WRITE) & ~(reads == null ? what & READ : 0);
        reader = reads == null ? reader : null;
        writer = writes == null ? writer : null;
        if (goOn != watched) {
          watched = goOn;
          seen.interestOps(goOn);
        }
      }
    } catch (CancelledKeyException e) {
      // Closed meanwhile, by which they were woken.
      return;
    }
    LockSupport.unpark(reads);
    LockSupport.unpark(writes);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Thread reads;
    Thread writes;
    synchronized (this) {
      reads = reader;
      writes = writer;
    }
    LockSupport.unpark(reads);
    LockSupport.unpark(writes);
    // It is the loop that gives the file back.
    loop.wake();
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
