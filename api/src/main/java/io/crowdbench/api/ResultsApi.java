package io.crowdbench.api;

import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/results`, of results-service.
public final class ResultsApi {

  /// Stands for all slaves together.
  public static final String ALL_SLAVES = "*";

  private static final ParameterizedTypeReference<SummaryView> SUMMARY =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<ErrorGroup>> ERRORS =
      new ParameterizedTypeReference<>() {};

  private static final ParameterizedTypeReference<CompletenessView> COMPLETENESS =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public ResultsApi(ApiClient client) {
    this.client = client;
  }

  /// @param slave its id, or [#ALL_SLAVES]
  public Result<SummaryView> summary(String run, String slave) {
    return client.get(
        "the summary of run " + run,
        SUMMARY,
        "/api/results/{run}/summary?slave={slave}",
        run,
        slave);
  }

  /// Grouped errors of all slaves, the most frequent first.
  public Result<List<ErrorGroup>> errors(String run) {
    return client.get("the errors of run " + run, ERRORS, "/api/results/{run}/errors", run);
  }

  /// Whether everything that the run's slaves measured is stored.
  public Result<CompletenessView> completeness(String run) {
    return client.get(
        "the completeness of run " + run, COMPLETENESS, "/api/results/{run}/completeness", run);
  }
}
