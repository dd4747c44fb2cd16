package io.crowdbench.api;

import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/runs`, of run-service.
public final class RunsApi {

  private static final ParameterizedTypeReference<RunView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<RunView>> ALL =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<RunEvent>> EVENTS =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public RunsApi(ApiClient client) {
    this.client = client;
  }

  /// The latest first.
  public Result<List<RunView>> all() {
    return client.get("the runs", ALL, "/api/runs");
  }

  public Result<RunView> one(String id) {
    return client.get("run " + id, ONE, "/api/runs/{id}", id);
  }

  /// Everything that has happened to a run, in order.
  public Result<List<RunEvent>> events(String id) {
    return client.get("the events of run " + id, EVENTS, "/api/runs/{id}/events", id);
  }

  /// Ends a run early: users finish their current iteration.
  public Result<RunView> stop(String id) {
    return client.post("stop run " + id, null, ONE, "/api/runs/{id}/stop", id);
  }

  /// Changes the load of a running run.
  public Result<RunView> change(String id, LoadChange kind, LoadChangeRequest change) {
    var path =
        switch (kind) {
          case USERS -> "users";
          case RATES -> "rates";
          case PAUSE -> "pause";
          case RESUME -> "resume";
          case NEXT_STEP -> "next-step";
        };
    return client.post("change the load of run " + id, change, ONE, "/api/runs/{id}/" + path, id);
  }
}
