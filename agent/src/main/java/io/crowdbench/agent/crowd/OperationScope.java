package io.crowdbench.agent.crowd;

import io.crowdbench.agent.http.Answer;
import io.crowdbench.agent.http.Sender;

/// The user that operations belong to: one at a time is open for checks.
public interface OperationScope {

  /// Sends it on the user's own connection; its checks go on until the next one.
  Answer perform(Operation operation);

  Answer perform(Operation operation, Sender sender);

  /// From now on checks belong to that operation, and those on the one before are over.
  void begin(Operation operation);

  /// The checks on the last answer are over.
  void settle();
}
