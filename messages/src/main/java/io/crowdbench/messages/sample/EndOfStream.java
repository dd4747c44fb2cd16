package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The last message of a runner: what it counted in all, to prove that every batch has arrived.
public record EndOfStream(
    int schema,
    Instant at,
    String run,
    String slave,
    long epoch,
    long sequence,
    FinalCounters counters)
    implements SampleMessage {

  public EndOfStream {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    field(counters, "counters");
  }
}
