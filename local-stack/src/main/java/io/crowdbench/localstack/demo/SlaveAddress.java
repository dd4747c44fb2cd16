package io.crowdbench.localstack.demo;

import io.crowdbench.localstack.StackFailed;
import java.util.regex.Pattern;

/// How to reach a slave.
public record SlaveAddress(String name, String user, String host, int port, String password) {

  private static final Pattern FORM = Pattern.compile("([^@]+)@([^:]+):(\\d+)");

  /// Reads `user@host:port`; the slave is named after its host.
  public static SlaveAddress parse(String text, String password) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new StackFailed("\"" + text + "\" names no slave. It must look like user@host:22.");
    }
    var host = matcher.group(2);
    return new SlaveAddress(
        host, matcher.group(1), host, Integer.parseInt(matcher.group(3)), password);
  }

  @Override
  public String toString() {
    return name + " (" + user + "@" + host + ":" + port + ")";
  }
}
