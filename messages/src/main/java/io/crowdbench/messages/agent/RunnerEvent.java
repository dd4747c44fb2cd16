package io.crowdbench.messages.agent;

/// What an agent tells of the runner of one run.
public sealed interface RunnerEvent extends AgentEvent
    permits RunnerReady, RunnerStarted, RunnerProgress, RunnerFinished, RunnerFailed {

  /// Id of the run.
  String run();
}
