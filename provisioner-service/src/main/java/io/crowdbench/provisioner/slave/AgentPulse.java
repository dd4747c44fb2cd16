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

  /// The agent was ended, however recently it was heard.
  public void ended(Slave slave) {
    sightings.forget(slave.id(), slave.epoch());
  }

  /// An agent of an earlier start does not count.
  public boolean beats(Slave slave) {
    return sightings
        .lastSeen(slave.id(), slave.epoch())
        .map(at -> at.plus(Liveness.SILENCE).isAfter(clock.instant()))
        .orElse(false);
  }
}
