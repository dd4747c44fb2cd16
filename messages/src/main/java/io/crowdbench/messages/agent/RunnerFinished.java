package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The runner has ended its load, published all its samples and counted them.
///
/// @param early a sentence that says why the load was ended before its plan and without being asked
///   to, if it was
public record RunnerFinished(
    int schema,
    Instant at,
    String slave,
    long epoch,
    String run,
    FinalCounters counters,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String early)
    implements RunnerEvent {

  public RunnerFinished {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(counters, "counters");
  }
}
