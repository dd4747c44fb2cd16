package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClients;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HttpSlaves implements Slaves {

  private final SlavesApi api;

  HttpSlaves(ServiceAddresses addresses) {
    api = new SlavesApi(ServiceClients.of("provisioner-service", addresses.provisioner()));
  }

  @Override
  public Result<List<SlaveRow>> all() {
    return api.all().map(slaves -> slaves.stream().map(SlaveRow::of).toList());
  }
}
