package io.crowdbench.provisioner.check;

import static io.crowdbench.messages.provisioning.SlaveStage.CHECKED;
import static io.crowdbench.messages.provisioning.SlaveStage.READY;

import io.crowdbench.provisioner.slave.AgentPresence;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.slave.StageWork;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Checks a slave in the background; its stage and problems tell how it went.
@RestController
class CheckController {

  private final StageWork turn;
  private final SlaveRegistry register;
  private final SlaveCheck check;
  private final AgentPresence presence;

  CheckController(
      StageWork turn, SlaveRegistry register, SlaveCheck check, AgentPresence presence) {
    this.turn = turn;
    this.register = register;
    this.check = check;
    this.presence = presence;
  }

  @PostMapping("/api/slaves/{id}/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void check(@PathVariable String id) {
    turn.take(
        id,
        slave -> {
          switch (check.check(slave)) {
            case CheckResult.Unfit(var problems) -> register.failed(id, problems);
            case CheckResult.Fit fit -> {
              fit.close();
              // A look does not stop the agent.
              register.change(id, now -> now.in(presence.isPresent(now) ? READY : CHECKED));
            }
          }
        });
  }
}
