package io.crowdbench.agent.crowd;

import java.util.Arrays;

/// Finds where in the user's own code something was thrown.
final class Frames {

  private Frames() {}

  /// What was thrown and where in the user's code: `java.lang.ArithmeticException: / by zero at
  /// Buy.java:23`.
  static String sentence(Throwable e) {
    return e + firstOf(e);
  }

  /// ` at Buy.java:23`, or nothing where the user's code is not on the stack.
  private static String firstOf(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .filter(frame -> !frame.getClassName().startsWith("jdk."))
        .filter(frame -> !frame.getClassName().startsWith("io.crowdbench."))
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
