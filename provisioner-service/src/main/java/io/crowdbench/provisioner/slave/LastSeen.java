package io.crowdbench.provisioner.slave;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// When each agent was last heard of. In memory only: a row per heartbeat would wear the database
/// for what the next second outdates.
@Component
class LastSeen {

  /// @param epoch the highest epoch heard of
  private record Sighting(long epoch, Instant at) {}

  private final ConcurrentHashMap<String, Sighting> latest = new ConcurrentHashMap<>();
  private final Clock clock;

  LastSeen(Clock clock) {
    this.clock = clock;
  }

  void saw(String slave, long epoch) {
    var now = new Sighting(epoch, clock.instant());
    latest.merge(slave, now, (known, _) -> known.epoch() > epoch ? known : now);
  }

  /// This start of the agent has ended; one that follows it is still known.
  void forget(String slave, long epoch) {
    latest.computeIfPresent(slave, (_, known) -> known.epoch() > epoch ? known : null);
  }

  Optional<Instant> lastSeen(String slave) {
    return Optional.ofNullable(latest.get(slave)).map(Sighting::at);
  }

  /// When this start of the agent was last heard of.
  Optional<Instant> lastSeen(String slave, long epoch) {
    return Optional.ofNullable(latest.get(slave))
        .filter(sighting -> sighting.epoch() == epoch)
        .map(Sighting::at);
  }
}
