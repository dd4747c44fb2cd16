package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.Epoll;
import io.crowdbench.agent.linux.TimedIo;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Who waits for a channel, and what its event loop has seen of it: one thread at a time that
/// reads, one that writes or connects.
///
/// The loop tells each change once, from a channel's beginning to its end. A read waits for its
/// word instead of trying first: nothing has come yet when a request has just been sent.
final class Readiness {

  static final long NEVER = Long.MAX_VALUE;

  private final EventLoop loop;
  private final SocketChannel channel;
  private final int file;

  // What follows is guarded by this object's monitor.
  private @Nullable Thread reader;
  private @Nullable Thread writer;

  /// What the loop has seen and nobody has used.
  private int ready;

  /// @param file the channel's
  Readiness(EventLoop loop, SocketChannel channel, int file) {
    this.loop = loop;
    this.channel = channel;
    this.file = file;
  }

  /// From now on the loop watches, once connecting has begun.
  synchronized void watch() throws IOException {
    requireOpen();
    loop.watch(file, this);
  }

  /// Waits until the channel is ready for that. An interrupt closes it.
  ///
  /// @param what [Epoll#READ] or [Epoll#WRITE]
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
  private synchronized boolean isReady(int what, Thread self) {
    if ((ready & what) != 0 || !channel.isOpen()) {
      ready &= ~(what & Epoll.WRITE);
      return true;
    }
    if (what == Epoll.READ) {
      reader = self;
    } else {
      writer = self;
    }
    return false;
  }

  /// Reads what is there, and when it came. Where less came than could have, all is read: what the
  /// loop sees from then on, it says after this.
  ///
  /// @return 0 if there is nothing to read yet, -1 at the end
  synchronized int read(TimedIo by, byte[] into, int offset, int length) throws IOException {
    requireOpen();
    int count = by.read(file, into, offset, length);
    if (count == 0) {
      // An end that was told then was that of a file which had this number before.
      ready &= ~(Epoll.READ | Epoll.END);
    } else if (count > 0 && count < Math.min(length, TimedIo.SIZE) && (ready & Epoll.END) == 0) {
      ready &= ~Epoll.READ;
    }
    return count;
  }

  /// Writes what there is room for.
  synchronized int write(TimedIo by, byte[] from, int offset, int length) throws IOException {
    requireOpen();
    return by.write(file, from, offset, length);
  }

  /// Once the channel is closed the file's number may be another's.
  private void requireOpen() throws ClosedChannelException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /// The loop has seen something. Called by its thread.
  void seen(int what) {
    Thread reads = null;
    Thread writes = null;
    synchronized (this) {
      ready |= what;
      if ((what & Epoll.READ) != 0) {
        reads = reader;
        reader = null;
      }
      if ((what & Epoll.WRITE) != 0) {
        writes = writer;
        writer = null;
      }
    }
    LockSupport.unpark(reads);
    LockSupport.unpark(writes);
  }

  /// Closes the channel; who waits for it is told so.
  void close() throws IOException {
    Thread reads;
    Thread writes;
    synchronized (this) {
      if (channel.isOpen()) {
        loop.forget(file);
      }
      channel.close();
      reads = reader;
      writes = writer;
    }
    LockSupport.unpark(reads);
    LockSupport.unpark(writes);
  }
}
