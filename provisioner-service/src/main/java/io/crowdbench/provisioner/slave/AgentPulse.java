package io.crowdbench.provisioner.slave;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Whether a slave's latest agent is heard.
@Component
public class AgentPulse {

  private final Sightings sightings;
  private final Clock clock;

  AgentPulse(Sightings sightings, Clock clock) {
    this.sightings = sightings;
    this.clock = clock;
  }

  /// An agent of an earlier start does not count.
  public boolean beats(Slave slave) {
    return sightings
        .lastSeen(slave.id(), slave.epoch())
        .map(at -> at.plus(Liveness.SILENCE).isAfter(clock.instant()))
        .orElse(false);
  }
}
