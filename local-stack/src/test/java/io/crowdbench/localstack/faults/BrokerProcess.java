package io.crowdbench.localstack.faults;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedKafka.FurtherListener;
import java.nio.file.Path;
import java.util.List;

/// Kafka as a process of its own.
final class BrokerProcess {

  static final String UP = "Kafka takes records";

  private BrokerProcess() {}

  /// @param arguments its folder, its port, the port for agents, and the one where agents find it
  static void main(String[] arguments) throws Exception {
    var agents =
        new FurtherListener(
            "AGENTS", Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    var broker =
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), List.of(agents));
    System.out.println(UP + " at " + broker.brokers());
    Thread.currentThread().join();
  }
}
