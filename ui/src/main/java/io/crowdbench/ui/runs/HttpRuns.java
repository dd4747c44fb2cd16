package io.crowdbench.ui.runs;

import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
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
  private static final ParameterizedTypeReference<List<RunEvent>> EVENTS =
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

  @Override
  public Answer<List<RunEvent>> events(String id) {
    return runs.ask("what happened to run " + id, EVENTS, "/api/runs/{id}/events", id);
  }

  @Override
  public Answer<RunRow> stop(String id) {
    return runs.post("the end of run " + id, LoadWish.NOTHING, ROW, "/api/runs/{id}/stop", id);
  }

  @Override
  public Answer<RunRow> change(String id, LoadChange kind, LoadWish wish) {
    var door =
        switch (kind) {
          case USERS -> "users";
          case RATES -> "rates";
          case PAUSE -> "pause";
          case RESUME -> "resume";
          case NEXT_STEP -> "next-step";
        };
    return runs.post("another load of run " + id, wish, ROW, "/api/runs/{id}/{door}", id, door);
  }
}
