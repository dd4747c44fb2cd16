package io.crowdbench.runs.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Up to when the silence of a slave says nothing of it, because provisioner-service, through whose
/// SSH session it speaks, was away itself. A tunnel that breaks while provisioner-service is there
/// excuses nobody: that is the network to the slave.
///
/// All times are the broker's.
@Component
class TunnelExcuses {

  /// Reports come once a second.
  private static final Duration GAP = Duration.ofSeconds(3);

  /// After it is back, provisioner-service gets this long to open its tunnels again. An agent that
  /// nobody speaks to for its lease ends its load by itself.
  private static final Duration REOPEN = Duration.ofSeconds(30);

  /// Beyond that it is not coming back in time for a run.
  private static final Duration MAX_AWAY = Duration.ofSeconds(60);

  private final Map<String, Kept> tunnels = new ConcurrentHashMap<>();

  /// @param reported when it was last reported of
  /// @param back when provisioner-service was back after having been away, or first spoke of it
  /// @param excused up to when its silence says nothing
  /// @param opened whether it was open since then
  private record Kept(Instant reported, Instant back, Instant excused, boolean opened) {

    Kept next(Instant at, boolean open) {
      var before = Duration.between(reported, at).compareTo(GAP) > 0 ? first(at) : this;
      if (open) {
        return new Kept(at, before.back, before.opened ? before.excused : at, true);
      }
      var reopening = !before.opened && at.isBefore(before.back.plus(REOPEN));
      return new Kept(at, before.back, reopening ? at : before.excused, before.opened);
    }

    static Kept first(Instant at) {
      return new Kept(at, at, at, false);
    }
  }

  void reported(List<String> open, List<String> broken, Instant at) {
    open.forEach(slave -> reported(slave, at, true));
    broken.forEach(slave -> reported(slave, at, false));
  }

  private void reported(String slave, Instant at, boolean open) {
    tunnels.merge(slave, Kept.first(at).next(at, open), (kept, _) -> kept.next(at, open));
  }

  /// Up to when something would be known of the slave if it spoke.
  ///
  /// @param readUpTo up to when everything that agents published was read
  Instant knownUpTo(String slave, Instant readUpTo) {
    var kept = tunnels.get(slave);
    return kept == null
            || kept.reported().isAfter(readUpTo)
            || Duration.between(kept.reported(), readUpTo).compareTo(MAX_AWAY) > 0
        ? readUpTo
        : kept.reported();
  }

  /// @return an instant long ago for a slave that has no tunnel
  Instant excusedUpTo(String slave) {
    var kept = tunnels.get(slave);
    return kept == null ? Instant.MIN : kept.excused();
  }
}
