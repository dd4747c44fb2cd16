package io.crowdbench.messages.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What a runner measured. A message is named by run, slave, epoch and sequence; one that was seen
/// before changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SampleBatch.class, name = "sample-batch"),
  @JsonSubTypes.Type(value = EndOfStream.class, name = "end-of-stream")
})
public sealed interface SampleMessage extends Message permits SampleBatch, EndOfStream {

  /// Id of the run.
  String run();

  /// Id of the slave.
  String slave();

  /// Epoch of the agent that started the runner.
  long epoch();

  /// Number of this message in the runner's stream, from 0, without gaps.
  long sequence();

  /// The slaves of a run are spread over partitions, so that several results-services can share it.
  @Override
  @JsonIgnore
  default String key() {
    return run() + "/" + slave();
  }
}
