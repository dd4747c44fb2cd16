package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveChange;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.base.ServiceClients;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HttpSlaves implements Slaves {

  private static final String SERVICE = "provisioner-service";

  private final SlavesApi api;
  private final SlavesApi patient;

  HttpSlaves(ServiceAddresses addresses) {
    api = new SlavesApi(ServiceClients.of(SERVICE, addresses.provisioner()));
    patient = new SlavesApi(ServiceClients.patient(SERVICE, addresses.provisioner()));
  }

  @Override
  public Result<List<SlaveView>> all() {
    return api.all();
  }

  @Override
  public Result<SlaveView> one(String id) {
    return api.one(id);
  }

  @Override
  public Result<SlaveView> register(SlaveRegistration slave) {
    return api.register(slave);
  }

  @Override
  public Result<SlaveView> change(String id, SlaveChange change) {
    return api.change(id, change);
  }

  @Override
  public Result<SlaveDraft> read(String text) {
    return api.read(text);
  }

  @Override
  public Result<String> export() {
    return api.export();
  }

  @Override
  public Result<SlaveView> acceptKey(String id, String fingerprint) {
    return api.acceptKey(id, fingerprint);
  }

  @Override
  public Result<String> log(String id, String run, int lines) {
    return patient.log(id, run, lines);
  }

  @Override
  public Result<Boolean> check(String id) {
    return api.check(id);
  }

  @Override
  public Result<Boolean> deploy(String id) {
    return api.deploy(id);
  }

  @Override
  public Result<Boolean> stop(String id) {
    return patient.stop(id);
  }

  @Override
  public Result<Boolean> uninstall(String id) {
    return patient.uninstall(id);
  }

  @Override
  public Result<Boolean> remove(String id) {
    return patient.remove(id);
  }
}
