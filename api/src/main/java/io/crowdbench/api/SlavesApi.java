package io.crowdbench.api;

import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/slaves`, of provisioner-service.
public final class SlavesApi {

  private static final ParameterizedTypeReference<SlaveView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<SlaveView>> ALL =
      new ParameterizedTypeReference<>() {};

  private static final ParameterizedTypeReference<SlaveDraft> DRAFT =
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

  /// Changes what is given, and nothing else.
  public Result<SlaveView> change(String id, SlaveChange change) {
    return client.patch("change slave " + id, change, ONE, "/api/slaves/{id}", id);
  }

  /// Reads a text with slaves (see [SlaveDraft]).
  public Result<SlaveDraft> read(String text) {
    return client.postText("read the slaves", text, DRAFT, "/api/slaves/read");
  }

  /// All slaves as YAML, without secrets.
  public Result<String> export() {
    return client.text("export the slaves", "/api/slaves/export");
  }

  /// Accepts the key that the host shows now, which must be the one with that fingerprint.
  public Result<SlaveView> acceptKey(String id, String fingerprint) {
    return client.post(
        "accept the host key of slave " + id,
        Map.of("hostKey", fingerprint),
        ONE,
        "/api/slaves/{id}/accept-key",
        id);
  }

  /// Stops its agent and deletes all that Crowdbench has put on it.
  public Result<Boolean> uninstall(String id) {
    return client.trigger("uninstall slave " + id, "/api/slaves/{id}/uninstall", id);
  }

  /// The end of the log of its agent, or of the runner of a run.
  ///
  /// @param run id of a run; empty for the agent's own log
  /// @param lines at most 5,000
  public Result<String> log(String id, String run, int lines) {
    return client.text(
        "get the log of slave " + id,
        "/api/slaves/{id}/log?run={run}&lines={lines}",
        id,
        run,
        lines);
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
