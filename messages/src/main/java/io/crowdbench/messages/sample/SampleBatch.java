package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
/// @param overloads what the runner makes of that: where the slave was at a limit of its own; in
///   JSON `strains`
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
    @JsonProperty("strains") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Overload> overloads)
    implements SampleMessage {

  /// Since 2 histograms travel uncompressed, and several batches may be of one second.
  public static final int SCHEMA = 2;

  public SampleBatch {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    users = list(users);
    series = list(series);
    errors = list(errors);
    field(dropped, "dropped");
    field(health, "health");
    overloads = list(overloads);
  }

  /// A part of this batch, which is too large for one message. Only the first part has what is not
  /// to be added up: users and overloads, and what was dropped.
  ///
  /// @param number of the part, from 0; it follows the whole's sequence
  public SampleBatch part(int number, List<Series> someSeries, List<ErrorCount> someErrors) {
    return new SampleBatch(
        schema,
        at,
        run,
        slave,
        epoch,
        sequence + number,
        second,
        clockOffsetMillis,
        clockBoundMillis,
        number == 0 ? users : List.of(),
        someSeries,
        someErrors,
        number == 0 ? dropped : Dropped.NOTHING,
        health,
        number == 0 ? overloads : List.of());
  }
}
