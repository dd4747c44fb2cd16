package io.crowdbench.api;

import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/runs`, of run-service.
public final class RunsApi {

  private static final ParameterizedTypeReference<RunView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<RunLine>> LINES =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<RunEvent>> EVENTS =
      new ParameterizedTypeReference<>() {};

  private static final int MAX_LIMIT = 1_000;

  private static final String UNDER_WAY =
      Arrays.stream(RunState.values())
          .filter(state -> !state.ended())
          .map(RunState::name)
          .collect(Collectors.joining(","));

  private final ApiClient client;

  public RunsApi(ApiClient client) {
    this.client = client;
  }

  /// All, the latest first.
  public Result<List<RunLine>> all() {
    return client.list("the runs", LINES, "/api/runs?limit=1000");
  }

  /// At least so many of the latest, if there are, and how many there are in all.
  public Result<Page<RunLine>> latest(int count) {
    return client.first("the runs", count, LINES, "/api/runs?limit={limit}", limit(count));
  }

  /// The latest that have not ended.
  public Result<Page<RunLine>> underWay(int count) {
    return client.first(
        "the runs",
        count,
        LINES,
        "/api/runs?state={states}&limit={limit}",
        UNDER_WAY,
        limit(count));
  }

  private static int limit(int count) {
    return Math.clamp(count, 1, MAX_LIMIT);
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
