package io.crowdbench.embedded;

/// How an [EmbeddedSlave] differs from most hosts.
///
/// @param forwards whether its SSH server forwards ports
/// @param shell the login's own shell, which is given each command with `-c`
/// @param greeting what its profile writes before each command; empty for nothing
public record HostHabits(boolean forwards, String shell, String greeting) {

  public static final HostHabits USUAL = new HostHabits(true, "/bin/sh", "");

  public HostHabits withoutForwarding() {
    return new HostHabits(false, shell, greeting);
  }

  public HostHabits withShell(String path) {
    return new HostHabits(forwards, path, greeting);
  }

  /// @param text without quotes
  public HostHabits greetingWith(String text) {
    return new HostHabits(forwards, shell, text);
  }

  String said(String command) {
    return greeting.isEmpty() ? command : "echo '" + greeting + "'; " + command;
  }
}
