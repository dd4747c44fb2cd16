package io.crowdbench.agent.operation;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.messages.sample.Outcome;

/// Is told what a user does while it does it, on the user's thread. In a run nobody listens.
public interface Trace {

  Trace NONE = new Trace() {};

  default void answered(RequestHead request, HttpAnswer answer) {}

  /// An operation's checks are over.
  default void settled(String operation, Outcome outcome) {}

  default void grouped(String group, Outcome outcome, long nanos) {}

  default void counted(String name, long amount) {}

  default void timed(String name, long nanos) {}

  /// A check that did not hold, a request without an answer, or what the action threw.
  default void error(String message) {}

  /// Something was taken from the browser's cache.
  default void kept(Address address) {}

  /// The same for what is embedded in a page, in fewer words. Its methods are called by any thread.
  default Trace brief() {
    return this;
  }

  /// A message over a WebSocket, or an event, that the action sent or received.
  ///
  /// @param direction `>` for sent, `<` for received
  default void message(String direction, String text) {}

  default void logged(String line) {}
}
