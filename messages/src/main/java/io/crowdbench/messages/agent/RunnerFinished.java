package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;

/// The runner has ended its load, published all its samples and counted them.
public record RunnerFinished(
    int schema, Instant at, String slave, long epoch, String run, FinalCounters counters)
    implements RunnerEvent {

  public RunnerFinished {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(counters, "counters");
  }
}
