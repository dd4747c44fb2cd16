package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent is alive; once a second.
///
/// @param clockOffsetMillis what must be added to the slave's clock to get the broker's
/// @param clockBoundMillis how far off that may be at most, either way; negative while not yet
///   known
/// @param cpuLoad how busy the slave's processors are, 0 to 1; negative where the system does not
///   tell
/// @param memoryUsedBytes heap the agent uses
/// @param run id of the run that its runner carries now, if any
public record AgentHeartbeat(
    int schema,
    Instant at,
    String slave,
    long epoch,
    double clockOffsetMillis,
    double clockBoundMillis,
    double cpuLoad,
    long memoryUsedBytes,
    @Nullable String run)
    implements AgentEvent {

  public AgentHeartbeat {
    field(at, "at");
    field(slave, "slave");
  }
}
