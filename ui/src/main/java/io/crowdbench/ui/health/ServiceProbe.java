package io.crowdbench.ui.health;

import java.net.URI;
import org.jspecify.annotations.Nullable;

record ServiceProbe(String name, String meanwhile, URI address, HealthRequests requests)
    implements Probe {

  @Override
  public @Nullable String problem() throws InterruptedException {
    return requests.problem(address, "alive");
  }
}
