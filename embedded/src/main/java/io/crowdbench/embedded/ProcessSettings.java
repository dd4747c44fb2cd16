package io.crowdbench.embedded;

import java.util.Map;

/// Settings of the parts that run as a process of their own, in a container.
record ProcessSettings(Map<String, String> variables) {

  static ProcessSettings ofThisProcess() {
    return new ProcessSettings(System.getenv());
  }

  String text(String name, String otherwise) {
    var value = variables.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value;
  }

  String required(String name) {
    var value = text(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("The environment variable " + name + " is not set.");
    }
    return value;
  }

  int port(String name, int otherwise) {
    var value = text(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The environment variable %s is \"%s\", which is no port number.".formatted(name, value),
          e);
    }
  }

  @Override
  public String toString() {
    return "ProcessSettings[" + variables.size() + " variables]";
  }
}
