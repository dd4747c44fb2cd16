package io.crowdbench.provisioner.check;

/// The things that are looked at, in this order.
enum Item {
  REACHABLE("reachable"),
  HOST_KEY("host key"),
  LOGIN("login"),
  SHELL("shell"),
  FILE_TRANSFER("file transfer"),
  SYSTEM("system and processor"),
  C_LIBRARY("C library"),
  TOOLS("tar and gzip"),
  FOLDER("folder"),
  EXECUTABLE("executable"),
  DISK("disk space"),
  MEMORY("memory and cores"),
  OPEN_FILES("open files"),
  PORTS("local ports"),
  CLOCK("clock"),
  KAFKA("way to Kafka"),
  AGENT("agent"),
  SERVICES("systemd and cron"),
  LOAD("load by others");

  private final String words;

  Item(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
