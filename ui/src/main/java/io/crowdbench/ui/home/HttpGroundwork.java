package io.crowdbench.ui.home;

import io.crowdbench.api.BundlesApi;
import io.crowdbench.api.PlansApi;
import io.crowdbench.api.Result;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClients;
import org.springframework.stereotype.Component;

@Component
class HttpGroundwork implements Groundwork {

  private final BundlesApi bundles;
  private final PlansApi plans;

  HttpGroundwork(ServiceAddresses addresses) {
    bundles = new BundlesApi(ServiceClients.of("provisioner-service", addresses.provisioner()));
    plans = new PlansApi(ServiceClients.of("run-service", addresses.runs()));
  }

  @Override
  public Result<Boolean> actions() {
    return bundles.all().map(all -> !all.isEmpty());
  }

  @Override
  public Result<Boolean> plans() {
    return plans.all().map(all -> !all.isEmpty());
  }
}
