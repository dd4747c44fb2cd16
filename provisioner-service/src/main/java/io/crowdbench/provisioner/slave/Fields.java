package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;

/// Where in a request something is: at its root, or below a field of it.
///
/// @param below empty for the root
record Fields(String below) {

  static final Fields ROOT = new Fields("");
  static final Fields JUMP = new Fields("jump");

  Problem problem(String sentence, String field) {
    return below.isEmpty() ? Problem.of(sentence, field) : Problem.of(sentence, below, field);
  }
}
