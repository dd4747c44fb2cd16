package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.Epoll;
import io.crowdbench.agent.linux.TimedIo;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
///
/// The loop's own thread takes no lock here: the next one to have it might be a user who lives on
/// that very loop, and both would wait for ever. So this object's monitor is for users alone; it
/// keeps the channel from being closed while it is read or written.
final class Readiness {

  /// The loop that watches channels. Any thread.
  interface Watcher {

    /// From now on reports the changes of a file to it.
    void watch(int file, Readiness socket) throws IOException;

    /// Called before the file is closed.
    void forget(int file);
  }

  static final long NEVER = Long.MAX_VALUE;

  private static final VarHandle READY;

  static {
    try {
      READY = MethodHandles.lookup().findVarHandle(Readiness.class, "ready", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Watcher loop;
  private final SocketChannel channel;
  private final int file;

  /// What the loop has seen and nobody has used.
  private volatile int ready;

  /// Who waited last, and maybe still does.
  private volatile @Nullable Thread reader;

  /// Who waits. Not longer than that: with each answer comes the word that there is room to write.
  private volatile @Nullable Thread writer;

  /// @param file the channel's
  Readiness(Watcher loop, SocketChannel channel, int file) {
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
  private boolean isReady(int what, Thread self) {
    if (isReady(what)) {
      return true;
    }
    if (what == Epoll.READ) {
      if (reader == self) {
        // The loop has known it for long.
        return false;
      }
      reader = self;
    } else {
      writer = self;
    }
    // Once more, for what was seen while nobody was there to be woken.
    return isReady(what);
  }

  private boolean isReady(int what) {
    if ((ready & what) == 0) {
      return !channel.isOpen();
    }
    if (what == Epoll.WRITE) {
      writer = null;
      unset(what);
    }
    return true;
  }

  private void set(int what) {
    var _ = (int) READY.getAndBitwiseOr(this, what);
  }

  private void unset(int what) {
    var _ = (int) READY.getAndBitwiseAnd(this, ~what);
  }

  /// Reads what is there, and when it came. Where less came than could have, all is read, and the
  /// loop has a word for what comes from then on.
  ///
  /// @return 0 if there is nothing to read yet, -1 at the end
  synchronized int read(TimedIo by, byte[] into, int offset, int length) throws IOException {
    requireOpen();
    // First, so that the loop's next word is not taken for one about what is read here.
    unset(Epoll.READ);
    var all = false;
    try {
      int count = by.read(file, into, offset, length);
      if (count == 0) {
        // An end that was told then was that of a file which had this number before.
        unset(Epoll.END);
      }
      all = count >= 0 && count < Math.min(length, TimedIo.SIZE) && !hasEnded();
      return count;
    } finally {
      if (!all) {
        set(Epoll.READ);
      }
    }
  }

  /// Whether the loop has seen the end of what comes.
  boolean hasEnded() {
    return (ready & Epoll.END) != 0;
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
    set(what);
    if ((what & Epoll.READ) != 0) {
      LockSupport.unpark(reader);
    }
    if ((what & Epoll.WRITE) != 0) {
      LockSupport.unpark(writer);
    }
  }

  /// Closes the channel; who waits for it is told so.
  void close() throws IOException {
    synchronized (this) {
      if (channel.isOpen()) {
        loop.forget(file);
      }
      channel.close();
    }
    LockSupport.unpark(reader);
    LockSupport.unpark(writer);
  }
}
