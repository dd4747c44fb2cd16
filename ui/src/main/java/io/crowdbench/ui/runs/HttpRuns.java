package io.crowdbench.ui.runs;

import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClient;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class HttpRuns implements Runs {

  private static final ParameterizedTypeReference<List<RunRow>> ROWS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<RunRow> ROW =
      new ParameterizedTypeReference<>() {};

  private final ServiceClient runs;

  HttpRuns(ServiceAddresses addresses, RestClient.Builder builder) {
    runs = new ServiceClient("run-service", addresses.runs(), builder);
  }

  @Override
  public Answer<List<RunRow>> all() {
    return runs.ask("the runs", ROWS, "/api/runs");
  }

  @Override
  public Answer<RunRow> one(String id) {
    return runs.ask("run " + id, ROW, "/api/runs/{id}", id);
  }
}
