package io.crowdbench.provisioner.tunnel;

/// How an attempt to open a tunnel ended.
sealed interface Opening {

  record Opened(Tunnel tunnel) implements Opening {}

  /// @param problem a whole sentence for people
  record Failed(String problem) implements Opening {}

  /// The slave is gone, or finds Kafka in another way now.
  record NotWanted() implements Opening {}
}
