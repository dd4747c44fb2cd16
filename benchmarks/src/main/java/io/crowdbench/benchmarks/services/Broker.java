package io.crowdbench.benchmarks.services;

import io.crowdbench.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/// A Kafka broker in a process of its own. It writes its address to its output and stays until its
/// input ends.
final class Broker {

  private Broker() {}

  /// @param args its folder
  public static void main(String[] args) throws IOException {
    try (var kafka = EmbeddedKafka.start(Path.of(args[0]), 0)) {
      System.out.println("broker " + kafka.brokers());
      while (System.in.read() >= 0) {
        // Until the bench lets go.
      }
    }
    System.exit(0);
  }
}
