package io.crowdbench.agent.measure;

import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.agent.journal.SeriesKey;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.Series;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Records one series and, for operations, the times within them; any user's thread may write while
/// the publishing thread takes the second out.
///
/// One short lock around plain fields costs less than each of them being safe by itself, and makes
/// a second's figures of one piece.
final class SeriesRecorder {

  private final SeriesKey key;

  /// The same counts, from the first of the run on.
  private final CountTable.Row counts;

  private final Times latency = new Times();
  private long untimed;
  private long sent;
  private long received;

  /// Made with the first of each: most series never have any.
  private @Nullable Times connect;

  private @Nullable Times tls;
  private @Nullable Times firstByte;
  private @Nullable Times intended;

  SeriesRecorder(SeriesKey key, CountTable.Row counts) {
    this.key = key;
    this.counts = counts;
  }

  boolean isOf(Kind kind, String action, String name, Outcome outcome) {
    return key.is(kind, action, name, outcome);
  }

  synchronized void record(long latencyNanos, long lateNanos, long bytesSent, long bytesReceived) {
    latency.record(latencyNanos);
    if (lateNanos >= 0) {
      intended = recorded(intended, latencyNanos + lateNanos);
    }
    sent += bytesSent;
    received += bytesReceived;
    counts.add(1, bytesSent, bytesReceived);
  }

  /// That many more without a latency, since they have no end or are no times.
  synchronized void recordUntimed(long count, long bytesSent, long bytesReceived) {
    untimed += count;
    sent += bytesSent;
    received += bytesReceived;
    counts.add(count, bytesSent, bytesReceived);
  }

  /// An operation with the times within it; those below 0 were none.
  synchronized void recordWithin(
      long latencyNanos,
      long lateNanos,
      long connectNanos,
      long tlsNanos,
      long firstByteNanos,
      long bytesSent,
      long bytesReceived) {
    record(latencyNanos, lateNanos, bytesSent, bytesReceived);
    firstByte = recorded(firstByte, firstByteNanos);
    if (connectNanos >= 0) {
      connect = recorded(connect, connectNanos);
    }
    if (tlsNanos >= 0) {
      tls = recorded(tls, tlsNanos);
    }
  }

  private static Times recorded(@Nullable Times known, long nanos) {
    var times = known == null ? new Times() : known;
    times.record(nanos);
    return times;
  }

  /// Gives what was recorded since the last call; nothing where nothing was. One thread only.
  void take(Consumer<Series> into) {
    var taken = taken();
    long timed = taken.latency.getTotalCount();
    if (timed + taken.untimed > 0) {
      into.accept(
          series(
              key.kind(),
              timed + taken.untimed,
              taken.sent,
              taken.received,
              encoded(taken.latency),
              encoded(taken.intended)));
    }
    within(Kind.CONNECT, taken.connect, into);
    within(Kind.TLS, taken.tls, into);
    within(Kind.FIRST_BYTE, taken.firstByte, into);
  }

  /// A second's figures; the histograms are valid until the next.
  private record Taken(
      Histogram latency,
      @Nullable Histogram intended,
      @Nullable Histogram connect,
      @Nullable Histogram tls,
      @Nullable Histogram firstByte,
      long untimed,
      long sent,
      long received) {}

  private synchronized Taken taken() {
    var taken =
        new Taken(
            latency.take(),
            take(intended),
            take(connect),
            take(tls),
            take(firstByte),
            untimed,
            sent,
            received);
    counts.take();
    untimed = 0;
    sent = 0;
    received = 0;
    return taken;
  }

  private static @Nullable Histogram take(@Nullable Times times) {
    return times == null ? null : times.take();
  }

  private void within(Kind kind, @Nullable Histogram histogram, Consumer<Series> into) {
    var encoded = encoded(histogram);
    if (histogram != null && encoded != null) {
      into.accept(series(kind, histogram.getTotalCount(), 0, 0, encoded, null));
    }
  }

  private static @Nullable String encoded(@Nullable Histogram histogram) {
    return histogram == null || histogram.getTotalCount() == 0
        ? null
        : Histograms.encode(histogram);
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
