package io.crowdbench.localstack.faults;

import io.crowdbench.embedded.EmbeddedKafka;
import java.nio.file.Path;

/// Kafka as a process of its own.
final class BrokerProcess {

  static final String UP = "Kafka takes records";

  private BrokerProcess() {}

  static void main(String[] arguments) throws Exception {
    var broker = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println(UP + " at " + broker.brokers());
    Thread.currentThread().join();
  }
}
