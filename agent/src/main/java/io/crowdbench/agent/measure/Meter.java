package io.crowdbench.agent.measure;

import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.agent.journal.SeriesKey;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.ResourceName;
import io.crowdbench.messages.sample.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts and times everything that ends. Written by all users' threads, emptied once a second by
/// one.
///
/// The final counters are kept apart from the series, so that comparing both proves something.
public final class Meter {

  /// As many names of operations a runner keeps apart; more are measured together under [#OTHER],
  /// since an id in a name would otherwise cost memory without end.
  static final int MAX_NAMES = 500;

  private static final int OUTCOMES = Outcome.values().length;

  static final String OTHER = "(other operations)";

  /// A power of two.
  private static final int MAX_RECENT = 64;

  /// Those written last, each at a place of its own as far as that goes: most of a crowd's series
  /// are the same few, and found here for less.
  private final @Nullable SeriesRecorder[] recent = new SeriesRecorder[MAX_RECENT];

  private final Map<SeriesKey, SeriesRecorder> recorders = new ConcurrentHashMap<>();
  private final LongAdder[] totals = new LongAdder[Kind.values().length * OUTCOMES];
  private final LongAdder unsent = new LongAdder();
  private final AtomicInteger names = new AtomicInteger();
  private volatile boolean closed;

  /// The same counts for those who ask after the process's end.
  private final CountTable counts;

  /// What is under way, by what it would be counted as if it never ended.
  private final Map<SeriesKey, InFlight> inFlight = new ConcurrentHashMap<>();

  private final @Nullable InFlight[] recentInFlight = new InFlight[MAX_RECENT];

  private record InFlight(SeriesKey key, CountTable.Row row) {}

  /// For what nobody asks about after the process's end.
  public Meter() {
    this(CountTable.inMemory());
  }

  public Meter(CountTable counts) {
    this.counts = counts;
    Arrays.setAll(totals, _ -> new LongAdder());
  }

  /// Something ended.
  ///
  /// @param latencyNanos from its real beginning to its end
  /// @param lateNanos how much later than due its pass began; negative if nothing scheduled it
  public void ended(
      Kind kind,
      String action,
      String name,
      Outcome outcome,
      long latencyNanos,
      long lateNanos,
      long bytesSent,
      long bytesReceived) {
    if (!closed) {
      recorder(kind, action, name, outcome)
          .record(latencyNanos, lateNanos, bytesSent, bytesReceived);
      count(kind, outcome);
    }
  }

  /// An operation ended with an answer.
  ///
  /// @param kind of operations, or of resources
  /// @param latencyNanos from its send to its end
  /// @param lateNanos how much later than due its pass began; negative if nothing scheduled it
  /// @param connectNanos how long connecting took; negative where it was not done, as the next
  /// @param firstByteNanos from its send to the answer's first byte
  public void answered(
      Kind kind,
      String action,
      String name,
      Outcome outcome,
      long latencyNanos,
      long lateNanos,
      long connectNanos,
      long tlsNanos,
      long firstByteNanos,
      long bytesSent,
      long bytesReceived) {
    if (!closed) {
      recorder(kind, action, name, outcome)
          .recordWithin(
              latencyNanos,
              lateNanos,
              connectNanos,
              tlsNanos,
              firstByteNanos,
              bytesSent,
              bytesReceived);
      count(kind, outcome);
    }
  }

  /// So much more of what an action counts.
  public void counted(String action, String name, long amount, long bytesSent, long bytesReceived) {
    if (!closed) {
      recorder(Kind.COUNTER, action, name, Outcome.PASSED)
          .recordUntimed(amount, bytesSent, bytesReceived);
    }
  }

  /// Something was started and will not end any more.
  public void incomplete(Kind kind, String action, String name, long bytesSent) {
    if (!closed) {
      recorder(kind, action, name, Outcome.INCOMPLETE).recordUntimed(1, bytesSent, 0);
      count(kind, Outcome.INCOMPLETE);
    }
  }

  /// Where what is under way is noted until it is counted.
  public CountTable.Row inFlight(Kind kind, String action, String name) {
    int place = place(kind, name, Outcome.INCOMPLETE);
    var likely = recentInFlight[place];
    if (likely == null || !likely.key.is(kind, action, name, Outcome.INCOMPLETE)) {
      likely = findInFlight(new SeriesKey(kind, action, name, Outcome.INCOMPLETE));
      recentInFlight[place] = likely;
    }
    return likely.row;
  }

  private InFlight findInFlight(SeriesKey key) {
    var known = inFlight.get(key);
    if (known != null) {
      return known;
    }
    if (!isOther(key.name()) && inFlight.size() >= most(key.kind())) {
      var other = other(key.kind(), key.name());
      return findInFlight(new SeriesKey(key.kind(), key.action(), other, key.outcome()));
    }
    return inFlight.computeIfAbsent(key, it -> new InFlight(it, counts.row(it)));
  }

  /// An operation that could not be sent: this slave's doing, not the site's.
  public void unsent(Kind kind, String action, String name) {
    incomplete(kind, action, name, 0);
    unsent.increment();
  }

  /// How many could not be sent since the last call.
  public long takeUnsent() {
    return unsent.sumThenReset();
  }

  /// What ended since the last call. One thread only.
  public List<Series> take() {
    return recorders.values().stream().mapMulti(SeriesRecorder::take).toList();
  }

  /// Nothing is recorded from now on: a user whose code could not be stopped must not be counted
  /// twice.
  public void close() {
    closed = true;
  }

  /// All that was recorded from the first to now.
  ///
  /// @param batches how many batches carried it
  public FinalCounters counters(long batches) {
    return new FinalCounters(counts(Kind.OPERATION), counts(Kind.TRANSACTION), batches);
  }

  private OutcomeCounts counts(Kind kind) {
    return new OutcomeCounts(
        total(kind, Outcome.PASSED).sum(),
        total(kind, Outcome.FAILED).sum(),
        total(kind, Outcome.INCOMPLETE).sum());
  }

  private void count(Kind kind, Outcome outcome) {
    total(kind.counted(), outcome).increment();
  }

  private LongAdder total(Kind kind, Outcome outcome) {
    return totals[kind.ordinal() * OUTCOMES + outcome.ordinal()];
  }

  private SeriesRecorder recorder(Kind kind, String action, String name, Outcome outcome) {
    int place = place(kind, name, outcome);
    var likely = recent[place];
    if (likely == null || !likely.isOf(kind, action, name, outcome)) {
      likely = find(kind, action, name, outcome);
      recent[place] = likely;
    }
    return likely;
  }

  private static int place(Kind kind, String name, Outcome outcome) {
    return (name.hashCode() * 31 + kind.ordinal() * OUTCOMES + outcome.ordinal())
        & (MAX_RECENT - 1);
  }

  private SeriesRecorder find(Kind kind, String action, String name, Outcome outcome) {
    var key = new SeriesKey(kind, action, name, outcome);
    var known = recorders.get(key);
    if (known != null) {
      return known;
    }
    if (!isOther(name) && isOneTooMany(kind)) {
      return find(kind, action, other(kind, name), outcome);
    }
    return recorders.computeIfAbsent(key, it -> new SeriesRecorder(it, counts.row(it)));
  }

  /// Does not count on and on, since a counter of names without end would begin anew.
  private boolean isOneTooMany(Kind kind) {
    int most = most(kind);
    return names.get() >= most || names.incrementAndGet() > most;
  }

  /// What pages load must not crowd out what authors have named.
  private static int most(Kind kind) {
    return kind == Kind.RESOURCE ? MAX_NAMES / 2 : MAX_NAMES;
  }

  private static boolean isOther(String name) {
    return ResourceName.operation(name).equals(OTHER);
  }

  private static String other(Kind kind, String name) {
    return kind == Kind.RESOURCE ? ResourceName.of(ResourceName.visit(name), OTHER) : OTHER;
  }
}
