package io.crowdbench.agent.crowd;

import java.util.Arrays;

/// Finds where in the user's own code something was thrown.
final class Frames {

  private Frames() {}

  /// ` at Buy.java:23`, or nothing where the user's code is not on the stack.
  static String place(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .filter(frame -> !frame.getClassName().startsWith("jdk."))
        .filter(frame -> !frame.getClassName().startsWith("io.crowdbench."))
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
