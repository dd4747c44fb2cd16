package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.TimedIo;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Who waits for a channel, and what its event loop watches for on their behalf: one thread at a
/// time that reads, one that writes or connects.
///
/// The loop goes on watching for an answer from one request to the next, and a read waits for its
/// word instead of trying first: nothing has come yet when a request has just been sent.
final class Readiness {

  static final int READ = SelectionKey.OP_READ;
  static final int WRITE = SelectionKey.OP_WRITE;
  static final int CONNECT = SelectionKey.OP_CONNECT;

  static final long NEVER = Long.MAX_VALUE;

  private final EventLoop loop;
  private final SocketChannel channel;

  // What follows is guarded by this object's monitor.
  private @Nullable SelectionKey key;
  private @Nullable Thread reader;
  private @Nullable Thread writer;

  /// What the loop watches for.
  private int watched;

  /// What it has seen and nobody has used.
  private int ready;

  Readiness(EventLoop loop, SocketChannel channel) {
    this.loop = loop;
    this.channel = channel;
  }

  /// Waits until the channel is ready for that. An interrupt closes it.
  ///
  /// @param deadline by `System.nanoTime`, or [#NEVER]
  /// @param late what to say when it has passed
  void await(int what, long deadline, String late) throws IOException {
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
      ready &= READ | ~what;
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

  private void watch(int what) throws IOException {
    watched = what;
    try {
      if (key == null) {
        key = channel.register(loop.selector(), what, this);
      } else {
        key.interestOps(what);
      }
    } catch (CancelledKeyException e) {
      // Another thread has just closed it.
      throw new SocketException("Socket closed", e);
    }
    // Unless this is the loop's own thread, which looks anyway.
    loop.wake();
  }

  /// Reads what is there, and when it came.
  ///
  /// @param file as of [ReceiveTimes]; once the channel is closed that number may be another's
  synchronized int read(TimedIo by, int file, byte[] into, int offset, int length)
      throws IOException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    return by.read(file, into, offset, length);
  }

  /// Writes what there is room for; else as [#read].
  synchronized int write(TimedIo by, int file, byte[] from, int offset, int length)
      throws IOException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    return by.write(file, from, offset, length);
  }

  /// All that has come is read.
  synchronized void readAll() {
    ready &= ~READ;
  }

  /// The loop has seen something. Called by its thread.
  void seen(SelectionKey by) {
    Thread reads = null;
    Thread writes = null;
    try {
      int what = by.readyOps();
      synchronized (this) {
        ready |= what;
        int goOn = watched;
        if ((what & READ) != 0) {
          reads = reader;
          reader = null;
          // A user who thinks is not told again and again that the server has closed its
          // connection.
          goOn &= reads == null ? ~READ : ~0;
        }
        if ((what & ~READ) != 0) {
          writes = writer;
          writer = null;
          goOn &= READ;
        }
        if (goOn != watched) {
          watched = goOn;
          by.interestOps(goOn);
        }
      }
    } catch (CancelledKeyException e) {
      // Closed by another thread, which wakes those who are not taken here.
    } finally {
      LockSupport.unpark(reads);
      LockSupport.unpark(writes);
    }
  }

  /// Closes the channel; who waits for it is told so.
  void close() throws IOException {
    Thread reads;
    Thread writes;
    synchronized (this) {
      channel.close();
      reads = reader;
      writes = writer;
    }
    LockSupport.unpark(reads);
    LockSupport.unpark(writes);
    // It is the loop that gives the file back.
    loop.wake();
  }
}
