package io.crowdbench.agent.measure;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Series;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Records one series and, for operations, the times within them; any user's thread may write while
/// the publishing thread takes the second out.
final class SeriesRecorder {

  private final SeriesKey key;
  private final Times latency = new Times();
  private final LongAdder untimed = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private volatile @Nullable Times connect;
  private volatile @Nullable Times tls;
  private volatile @Nullable Times firstByte;

  /// Made with the first that a schedule wanted at some instant: most series never have one.
  private volatile @Nullable Times intended;

  SeriesRecorder(SeriesKey key) {
    this.key = key;
  }

  void record(long latencyNanos, long lateNanos, long bytesSent, long bytesReceived) {
    latency.record(latencyNanos);
    if (lateNanos >= 0) {
      var times = intended;
      (times == null ? makeIntended() : times).record(latencyNanos + lateNanos);
    }
    sent.add(bytesSent);
    received.add(bytesReceived);
  }

  /// That many more without a latency, since they have no end or are no times.
  void recordUntimed(long count, long bytesSent, long bytesReceived) {
    untimed.add(count);
    sent.add(bytesSent);
    received.add(bytesReceived);
  }

  /// The times within an operation; those below 0 were none.
  void recordWithin(long connectNanos, long tlsNanos, long firstByteNanos) {
    var first = firstByte;
    (first == null ? makeFirstByte() : first).record(firstByteNanos);
    if (connectNanos >= 0) {
      recordNew(connectNanos, tlsNanos);
    }
  }

  private synchronized void recordNew(long connectNanos, long tlsNanos) {
    connect = recorded(connect, connectNanos);
    if (tlsNanos >= 0) {
      tls = recorded(tls, tlsNanos);
    }
  }

  private static Times recorded(@Nullable Times known, long nanos) {
    var times = known == null ? new Times() : known;
    times.record(nanos);
    return times;
  }

  private synchronized Times makeFirstByte() {
    var known = firstByte;
    var times = known == null ? new Times() : known;
    firstByte = times;
    return times;
  }

  private synchronized Times makeIntended() {
    var known = intended;
    var times = known == null ? new Times() : known;
    intended = times;
    return times;
  }

  /// Gives what was recorded since the last call; nothing where nothing was. One thread only.
  void take(Consumer<Series> into) {
    var histogram = latency.take();
    var count = histogram.getTotalCount() + untimed.sumThenReset();
    if (count > 0) {
      var encoded = histogram.getTotalCount() == 0 ? null : Histograms.encode(histogram);
      into.accept(
          series(
              key.kind(),
              count,
              sent.sumThenReset(),
              received.sumThenReset(),
              encoded,
              takeIntended()));
    }
    take(Kind.CONNECT, connect, into);
    take(Kind.TLS, tls, into);
    take(Kind.FIRST_BYTE, firstByte, into);
  }

  private void take(Kind kind, @Nullable Times times, Consumer<Series> into) {
    if (times != null) {
      var histogram = times.take();
      if (histogram.getTotalCount() > 0) {
        into.accept(
            series(kind, histogram.getTotalCount(), 0, 0, Histograms.encode(histogram), null));
      }
    }
  }

  private @Nullable String takeIntended() {
    var times = intended;
    if (times == null) {
      return null;
    }
    var histogram = times.take();
    return histogram.getTotalCount() == 0 ? null : Histograms.encode(histogram);
  }

  private Series series(
      Kind kind,
      long count,
      long bytesSent,
      long bytesReceived,
      @Nullable String encoded,
      @Nullable String encodedIntended) {
    return new Series(
        kind,
        key.action(),
        key.name(),
        key.outcome(),
        count,
        bytesSent,
        bytesReceived,
        encoded,
        encodedIntended);
  }
}
