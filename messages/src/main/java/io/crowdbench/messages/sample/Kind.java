package io.crowdbench.messages.sample;

/// What was measured. Only operations and transactions are counted in the final counters.
public enum Kind {
  /// One request.
  OPERATION,
  /// One whole pass through an action.
  TRANSACTION,
  /// Steps of a pass that the action's author put together under a name.
  GROUP,
  /// One request of a visit for something that its page loads, named as [ResourceName] tells.
  /// Counts as an operation wherever operations are counted together.
  RESOURCE,
  /// Within an operation, the time to make the TCP connection, name look-up included; only where a
  /// new one was made for it. Has the operation's name and outcome, as have the next two.
  CONNECT,
  /// Within an operation, the time of the TLS handshake; only where a new connection was made.
  TLS,
  /// Within an operation, from the send to the answer's first byte.
  FIRST_BYTE,
  /// A time that the action's author has measured.
  TIMING,
  /// Something that the action's author, or the runner for streams, has counted: the count is the
  /// sum of the amounts, and there is no latency. Always passed.
  COUNTER;

  /// The kind that it is counted with: of resources that of operations, of others their own.
  public Kind counted() {
    return this == RESOURCE ? OPERATION : this;
  }
}
