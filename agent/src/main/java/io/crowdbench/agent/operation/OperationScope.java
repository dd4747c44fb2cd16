package io.crowdbench.agent.operation;

import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sender;

/// The user that operations belong to: one at a time is open for checks.
public interface OperationScope {

  /// Sends it on the user's own connection; its checks go on until the next one.
  HttpAnswer perform(Operation operation);

  HttpAnswer perform(Operation operation, Sender sender);

  /// From now on checks belong to that operation, and those on the one before are over.
  void begin(Operation operation);

  /// What an operation is called that its author has not named.
  String nameOf(RequestHead request);

  /// The checks on the last answer are over.
  void settle();
}
