package io.crowdbench.messages.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What results-service made of the samples of a run. A later message about the same thing replaces
/// the earlier one, so a repeat changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SecondMerged.class, name = "second-merged"),
  @JsonSubTypes.Type(value = ErrorsGrouped.class, name = "errors-grouped"),
  @JsonSubTypes.Type(value = GeneratorOverloaded.class, name = "generator-strained"),
  @JsonSubTypes.Type(value = ResultsChecked.class, name = "results-proven")
})
public sealed interface Result extends Message
    permits SecondMerged, ErrorsGrouped, GeneratorOverloaded, ResultsChecked {

  /// Stands where a slave's id would, for all slaves together.
  String ALL_SLAVES = "*";

  /// Id of the run.
  String run();

  @Override
  @JsonIgnore
  default String key() {
    return run();
  }
}
