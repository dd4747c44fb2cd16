package io.crowdbench.cli;

import java.util.regex.Pattern;

/// How to reach a machine over SSH, written as `user@host:port`; an IPv6 address stands in
/// brackets.
record SshLogin(String user, String host, int port) {

  private static final int DEFAULT_PORT = 22;
  private static final Pattern FORM =
      Pattern.compile("([^@\\s]+)@(?:\\[([^]\\s]+)]|([^:\\s]+))(?::(\\d{1,5}))?");

  static SshLogin parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new CommandFailed(
          "“%s” is not an SSH login. Write it as user@host or user@host:22.".formatted(text));
    }
    var host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    var port = matcher.group(4) == null ? DEFAULT_PORT : Integer.parseInt(matcher.group(4));
    return new SshLogin(matcher.group(1), host, port);
  }
}
