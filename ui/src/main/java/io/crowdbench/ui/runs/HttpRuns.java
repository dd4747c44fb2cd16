package io.crowdbench.ui.runs;

import io.crowdbench.api.LoadChangeRequest;
import io.crowdbench.api.Page;
import io.crowdbench.api.Result;
import io.crowdbench.api.RunsApi;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClients;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HttpRuns implements Runs {

  /// More would not be looked at one by one.
  private static final int MAX_UNDER_WAY = 1_000;

  private final RunsApi api;

  HttpRuns(ServiceAddresses addresses) {
    api = new RunsApi(ServiceClients.of("run-service", addresses.runs()));
  }

  @Override
  public Result<Page<ListedRun>> latest(int count) {
    return api.latest(count).map(page -> page.map(ListedRun::of));
  }

  @Override
  public Result<Page<ListedRun>> underWay() {
    return api.underWay(MAX_UNDER_WAY).map(page -> page.map(ListedRun::of));
  }

  @Override
  public Result<RunRow> one(String id) {
    return api.one(id).map(RunRow::of);
  }

  @Override
  public Result<List<RunEvent>> events(String id) {
    return api.events(id);
  }

  @Override
  public Result<RunRow> stop(String id) {
    return api.stop(id).map(RunRow::of);
  }

  @Override
  public Result<RunRow> change(String id, LoadChange kind, LoadChangeRequest request) {
    return api.change(id, kind, request).map(RunRow::of);
  }
}
