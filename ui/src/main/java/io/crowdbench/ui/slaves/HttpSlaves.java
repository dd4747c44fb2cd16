package io.crowdbench.ui.slaves;

import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClient;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class HttpSlaves implements Slaves {

  private static final ParameterizedTypeReference<List<SlaveRow>> ROWS =
      new ParameterizedTypeReference<>() {};

  private final ServiceClient provisioner;

  HttpSlaves(ServiceAddresses addresses, RestClient.Builder builder) {
    provisioner = new ServiceClient("provisioner-service", addresses.provisioner(), builder);
  }

  @Override
  public Answer<List<SlaveRow>> all() {
    return provisioner.ask("the slaves", ROWS, "/api/slaves");
  }
}
