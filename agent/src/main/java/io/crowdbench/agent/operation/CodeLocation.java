package io.crowdbench.agent.operation;

import java.util.Arrays;

/// Finds where in the user's own code something was thrown.
public final class CodeLocation {

  /// Name of the class loader that loads the user's code, and nothing else.
  public static final String USERS_CODE = "bundle";

  private CodeLocation() {}

  /// ` at Buy.java:23`, or nothing where the user's code is not on the stack.
  public static String place(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> USERS_CODE.equals(frame.getClassLoaderName()))
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
