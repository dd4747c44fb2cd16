package io.crowdbench.benchmarks.fleet;

import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.services.ServiceProcess;
import io.crowdbench.benchmarks.services.Surroundings;
import java.io.IOException;
import java.util.List;

/// CPU time in milliseconds.
record Cost(double service, double postgres, double broker) {

  /// So far.
  static Cost of(ServiceProcess service, Surroundings surroundings) throws IOException {
    return new Cost(
        millis(List.of(service.handle())),
        millis(surroundings.postgres()),
        millis(List.of(surroundings.broker())));
  }

  private static double millis(List<ProcessHandle> processes) {
    return processes.stream().mapToLong(it -> Usage.of(it).cpu().toMillis()).sum();
  }

  Cost minus(Cost other) {
    return new Cost(service - other.service, postgres - other.postgres, broker - other.broker);
  }

  Cost times(double factor) {
    return new Cost(service * factor, postgres * factor, broker * factor);
  }
}
