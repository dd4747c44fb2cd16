package io.crowdbench.agent.http;

/// When a request went out, as of `System.nanoTime`: somewhere between these two instants, and all
/// but always at the second. The thread may be kept from running right after the request is off its
/// hands, though, and a site may answer meanwhile, or before it has the whole request.
///
/// @param before when nothing had been handed to the socket
/// @param after when everything had
public record Sent(long before, long after) {

  /// What an answer's time counts from: never later than the answer, so that a generator that was
  /// kept from running makes no site look faster than it is.
  ///
  /// @param firstNanos when the answer's first byte came
  public long nanos(long firstNanos) {
    return firstNanos >= after ? after : before;
  }
}
