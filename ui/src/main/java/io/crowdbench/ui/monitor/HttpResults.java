package io.crowdbench.ui.monitor;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.CompletenessView;
import io.crowdbench.api.Result;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClients;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

@Component
class HttpResults implements Results {

  private static final ParameterizedTypeReference<SeriesOfRun> SERIES =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Summary> SUMMARY =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<ErrorGroup>> ERRORS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<OverloadGroup>> OVERLOAD =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<CapturedFailure>> FAILURES =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<LogPage> LOGS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<CompletenessView> COMPLETENESS =
      new ParameterizedTypeReference<>() {};

  private final ApiClient results;

  HttpResults(ServiceAddresses addresses) {
    results = ServiceClients.of("results-service", addresses.results());
  }

  @Override
  public Result<List<Point>> points(String run, String slave, int from) {
    return results
        .get(
            "its seconds",
            SERIES,
            "/api/results/{run}/series?slaves={slave}&from={from}&percentiles=50,90,99"
                + "&series=OPERATION/*/*&series=TRANSACTION/*/*",
            run,
            slave,
            from)
        .map(SeriesOfRun::points);
  }

  @Override
  public Result<Summary> summary(String run, String slave) {
    return results.get(
        "its summary", SUMMARY, "/api/results/{run}/summary?slave={slave}", run, slave);
  }

  @Override
  public Result<List<ErrorGroup>> errors(String run, String slave) {
    return results.get("its errors", ERRORS, "/api/results/{run}/errors?slave={slave}", run, slave);
  }

  @Override
  public Result<List<OverloadGroup>> overload(String run) {
    return results.get("its overloaded slaves", OVERLOAD, "/api/results/{run}/overload", run);
  }

  @Override
  public Result<List<CapturedFailure>> failures(String run, ErrorGroup group) {
    return results.get(
        "examples of an error",
        FAILURES,
        "/api/results/{run}/failures?slave={slave}&action={action}&operation={operation}&fingerprint={fingerprint}",
        run,
        group.slave(),
        group.action(),
        group.operation(),
        group.fingerprint());
  }

  @Override
  public Result<LogPage> lastLogs(String run, int limit) {
    return results.get(
        "its debug log", LOGS, "/api/results/{run}/logs?after=-1&limit={limit}", run, limit);
  }

  @Override
  public Result<CompletenessView> completeness(String run) {
    return results.get("its completeness", COMPLETENESS, "/api/results/{run}/completeness", run);
  }
}
