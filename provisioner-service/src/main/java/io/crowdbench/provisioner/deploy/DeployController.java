package io.crowdbench.provisioner.deploy;

import io.crowdbench.kit.Refused;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.slave.SlaveWork;
import io.crowdbench.provisioner.slave.StageWork;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Deploys, stops, uninstalls and removes slaves.
@RestController
@RequestMapping("/api/slaves/{id}")
class DeployController {

  private final Deployment deployment;
  private final Uninstall uninstall;
  private final StageWork turn;
  private final SlaveWork work;
  private final SlaveRegistry register;

  DeployController(
      Deployment deployment,
      Uninstall uninstall,
      StageWork turn,
      SlaveWork work,
      SlaveRegistry register) {
    this.deployment = deployment;
    this.uninstall = uninstall;
    this.turn = turn;
    this.work = work;
    this.register = register;
  }

  @PostMapping("/deploy")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void deploy(@PathVariable String id) {
    turn.take(id, deployment::deploy);
  }

  @PostMapping("/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void stop(@PathVariable String id) {
    refuseUnknown(id);
    work.start(id, () -> register.find(id).ifPresent(deployment::stop));
  }

  @PostMapping("/uninstall")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void uninstall(@PathVariable String id) {
    turn.take(id, uninstall::uninstall);
  }

  /// A slave that cannot be reached is taken out all the same: its machine may be gone for good.
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    refuseUnknown(id);
    work.finish(
        id,
        () -> {
          register.find(id).filter(slave -> slave.epoch() > 0).ifPresent(deployment::stop);
          register.remove(id);
        });
  }

  private void refuseUnknown(String id) {
    if (register.find(id).isEmpty()) {
      throw Refused.unknown("slave", id);
    }
  }
}
