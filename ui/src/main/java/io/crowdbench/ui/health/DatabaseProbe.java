package io.crowdbench.ui.health;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The database as its services see it: the UI has no access of its own.
record DatabaseProbe(List<URI> services, HealthRequests requests) implements Probe {

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String meanwhile() {
    return "load goes on and what is measured waits in Kafka, but nothing can be looked up, changed or started";
  }

  @Override
  public @Nullable String problem() throws InterruptedException {
    for (var service : services) {
      if (requests.problem(service, "alive") == null
          && requests.problem(service, "database") != null) {
        return "the service at %s can't use it".formatted(service);
      }
    }
    return null;
  }
}
