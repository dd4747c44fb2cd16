package io.crowdbench.ui.monitor;

import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClient;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class HttpResults implements Results {

  private static final ParameterizedTypeReference<List<SecondMerged>> SECONDS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Summary> SUMMARY =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<ErrorGroup>> ERRORS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<OverloadGroup>> STRAINS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<CapturedFailure>> FAILURES =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<LogPage> LOGS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Proof> PROOF =
      new ParameterizedTypeReference<>() {};

  private final ServiceClient results;

  HttpResults(ServiceAddresses addresses, RestClient.Builder builder) {
    results = new ServiceClient("results-service", addresses.results(), builder);
  }

  @Override
  public Answer<List<SecondMerged>> seconds(String run, String slave) {
    return results.ask(
        "its seconds", SECONDS, "/api/results/{run}/seconds?slave={slave}", run, slave);
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
  public Answer<List<OverloadGroup>> strains(String run) {
    return results.ask("its slaves' limits", STRAINS, "/api/results/{run}/strains", run);
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
  public Answer<Proof> proof(String run) {
    return results.ask("its proof", PROOF, "/api/results/{run}/proof", run);
  }
}
