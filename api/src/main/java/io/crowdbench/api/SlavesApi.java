package io.crowdbench.api;

import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/slaves`, of provisioner-service.
public final class SlavesApi {

  private static final ParameterizedTypeReference<SlaveView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<SlaveView>> ALL =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public SlavesApi(ApiClient client) {
    this.client = client;
  }

  /// By name.
  public Result<List<SlaveView>> all() {
    return client.list("the slaves", ALL, "/api/slaves?limit=1000");
  }

  /// The first by name, and how many there are in all.
  ///
  /// @param count at most 1,000
  /// @param name a part of the names that are wanted; empty for all
  public Result<Page<SlaveView>> first(int count, String name) {
    return client.page("the slaves", ALL, "/api/slaves?limit={count}&name={name}", count, name);
  }

  public Result<SlaveView> one(String id) {
    return client.get("slave " + id, ONE, "/api/slaves/{id}", id);
  }

  public Result<SlaveView> register(SlaveRegistration slave) {
    return client.post("register slave " + slave, slave, ONE, "/api/slaves");
  }

  /// Checks it, in the background.
  public Result<Boolean> check(String id) {
    return client.trigger("check slave " + id, "/api/slaves/{id}/check", id);
  }

  /// Checks it, copies what is missing and starts the agent, in the background.
  public Result<Boolean> deploy(String id) {
    return client.trigger("deploy slave " + id, "/api/slaves/{id}/deploy", id);
  }

  /// Stops its agent.
  public Result<Boolean> stop(String id) {
    return client.trigger("stop the agent of slave " + id, "/api/slaves/{id}/stop", id);
  }

  /// Stops its agent and forgets it.
  public Result<Boolean> remove(String id) {
    return client.delete("remove slave " + id, "/api/slaves/{id}", id);
  }
}
