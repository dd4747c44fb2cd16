package io.crowdbench.api;

import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/plans`, of run-service.
public final class PlansApi {

  private static final ParameterizedTypeReference<PlanView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<PlanView>> ALL =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<RunView> RUN =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public PlansApi(ApiClient client) {
    this.client = client;
  }

  public Result<List<PlanView>> all() {
    return client.get("the plans", ALL, "/api/plans");
  }

  public Result<PlanView> one(String id) {
    return client.get("plan " + id, ONE, "/api/plans/{id}", id);
  }

  /// Has a plan checked and kept.
  ///
  /// @param plan anything that JSON can be made of; docs/guide/load-models.md has its fields
  public Result<PlanView> create(Object plan) {
    return client.post("create the plan", plan, ONE, "/api/plans");
  }

  /// Makes a run of it, which starts as soon as its slaves are free.
  public Result<RunView> start(String id) {
    return client.post("start a run of plan " + id, null, RUN, "/api/plans/{id}/runs", id);
  }
}
