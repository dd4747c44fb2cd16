package io.crowdbench.messages.provisioning;

/// How far a slave has come on its way to carrying load.
public enum SlaveStage {
  /// Known, never looked at.
  REGISTERED,
  /// Being connected to and looked at.
  CHECKING,
  /// Looked at and found fit.
  CHECKED,
  /// Runtime and agent are being copied.
  INSTALLING,
  /// Runtime and agent are there; no agent runs.
  INSTALLED,
  /// The agent was started and has not said hello yet.
  STARTING,
  /// The agent runs and says so every second.
  READY,
  /// The agent was stopped on request.
  STOPPED,
  /// The agent fell silent.
  LOST,
  /// The last thing that was tried failed; the problems say why.
  UNUSABLE
}
