package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/// All that a runner measured in one second of a run.
///
/// @param second second of the run, from 0 at the common start, in which the measured things ended
/// @param clockOffsetMillis what must be added to the slave's clock to get the broker's
/// @param clockBoundMillis how far off that may be at most, either way
/// @param users who was at work at the end of the second
/// @param series what ended in that second
/// @param errors what went wrong in that second
/// @param dropped what could not be recorded
/// @param health how the runner itself fared
/// @param strains what the runner makes of that: where the slave was at a limit of its own
public record SampleBatch(
    int schema,
    Instant at,
    String run,
    String slave,
    long epoch,
    long sequence,
    int second,
    double clockOffsetMillis,
    double clockBoundMillis,
    List<ActionUsers> users,
    List<Series> series,
    List<ErrorCount> errors,
    Dropped dropped,
    RunnerHealth health,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Strain> strains)
    implements SampleMessage {

  public SampleBatch {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    users = list(users);
    series = list(series);
    errors = list(errors);
    field(dropped, "dropped");
    field(health, "health");
    strains = list(strains);
  }
}
