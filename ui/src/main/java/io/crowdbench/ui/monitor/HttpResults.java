package io.crowdbench.ui.monitor;

import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClient;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

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
  private static final ParameterizedTypeReference<Completeness> COMPLETENESS =
      new ParameterizedTypeReference<>() {};

  private final ServiceClient results;

  HttpResults(ServiceAddresses addresses, RestClient.Builder builder) {
    results = new ServiceClient("results-service", addresses.results(), builder);
  }

  @Override
  public Answer<List<Point>> points(String run, String slave, int from) {
    return results
        .ask(
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
  public Answer<Summary> summary(String run, String slave) {
    return results.ask(
        "its summary", SUMMARY, "/api/results/{run}/summary?slave={slave}", run, slave);
  }

  @Override
  public Answer<List<ErrorGroup>> errors(String run, String slave) {
    return results.ask("its errors", ERRORS, "/api/results/{run}/errors?slave={slave}", run, slave);
  }

  @Override
  public Answer<List<OverloadGroup>> overload(String run) {
    return results.ask("its overloaded slaves", OVERLOAD, "/api/results/{run}/overload", run);
  }

  @Override
  public Answer<List<CapturedFailure>> failures(String run, ErrorGroup group) {
    return results.ask(
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
  public Answer<LogPage> lastLogs(String run, int limit) {
    return results.ask(
        "its debug log", LOGS, "/api/results/{run}/logs?after=-1&limit={limit}", run, limit);
  }

  @Override
  public Answer<Completeness> completeness(String run) {
    return results.ask("its completeness", COMPLETENESS, "/api/results/{run}/completeness", run);
  }
}
