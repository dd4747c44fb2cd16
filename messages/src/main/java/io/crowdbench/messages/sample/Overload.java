package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

/// In this second the slave was at a limit of its own: what was measured may be its doing rather
/// than the site's.
///
/// @param sentence what was found, with its figure and the limit
public record Overload(Limit limit, String sentence) {

  public Overload {
    field(limit, "limit");
    field(sentence, "sentence");
  }

  /// What was short.
  public enum Limit {
    /// The slave's processors were all but fully busy.
    PROCESSOR,
    /// The slave is a virtual machine whose host kept its processors for something else.
    HOST,
    /// Collecting garbage held all users up.
    MEMORY,
    /// Users woke up late: their threads had to wait for a processor.
    WAKING,
    /// Passes that a schedule wanted began late.
    SENDING,
    /// The process may open hardly any more files or connections.
    FILES,
    /// Hardly any local ports are left for new connections.
    PORTS,
    /// Something could not be done or not be kept, and was counted instead.
    DROPPED
  }
}
