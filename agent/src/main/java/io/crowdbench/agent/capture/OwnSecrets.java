package io.crowdbench.agent.capture;

import java.util.List;

/// What is known of a user from the beginning to be secret. Any thread.
@FunctionalInterface
public interface OwnSecrets {

  OwnSecrets NONE = List::of;

  /// Values, such as its password.
  List<String> secrets();
}
