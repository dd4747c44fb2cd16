package io.crowdbench.agent.channel;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.RunEnded;
import java.io.IOException;

/// What an open WebSocket or stream of events has of its user: where its failures go.
///
/// @param operation that opened it
/// @param what it is, for sentences
record OpenChannel(Measured measured, Ending ending, String operation, String what) {

  RequestFailed failed(IOException e) {
    ending.check();
    var sentence = what + ": " + e.getMessage();
    measured.error(operation, sentence, "");
    return new RequestFailed(sentence, e);
  }

  RunEnded interrupted() {
    Thread.currentThread().interrupt();
    return new RunEnded();
  }
}
