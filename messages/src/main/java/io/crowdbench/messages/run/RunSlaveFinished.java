package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;

/// One slave's runner ended in order and told what it counted.
public record RunSlaveFinished(
    int schema, Instant at, String run, long number, String slave, FinalCounters counters)
    implements RunEvent {

  public RunSlaveFinished {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    field(counters, "counters");
  }
}
