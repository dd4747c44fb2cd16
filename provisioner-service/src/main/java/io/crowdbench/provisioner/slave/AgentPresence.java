package io.crowdbench.provisioner.slave;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Whether a slave's latest agent is heard.
@Component
public class AgentPresence {

  private final LastSeen lastSeen;
  private final Clock clock;

  AgentPresence(LastSeen lastSeen, Clock clock) {
    this.lastSeen = lastSeen;
    this.clock = clock;
  }

  /// The agent was ended, however recently it was heard.
  public void ended(Slave slave) {
    lastSeen.forget(slave.id(), slave.epoch());
  }

  /// An agent of an earlier start does not count.
  public boolean isPresent(Slave slave) {
    return lastSeen
        .lastSeen(slave.id(), slave.epoch())
        .map(at -> at.plus(Liveness.SILENCE).isAfter(clock.instant()))
        .orElse(false);
  }
}
