package io.crowdbench.runs.lifecycle;

import io.crowdbench.api.RunView;
import io.crowdbench.kit.Refused;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.runs.inventory.KnownSlave;
import io.crowdbench.runs.plan.CheckedPlan;
import io.crowdbench.runs.plan.Plan;
import io.crowdbench.runs.plan.PlanCheck;
import io.crowdbench.runs.plan.Plans;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/runs/{id}`, and the making of runs from plans.
@RestController
class RunController {

  private final Runs runs;
  private final Plans plans;
  private final PlanCheck check;
  private final Conductor conductor;
  private final Queue queue;
  private final History history;
  private final Liveness liveness;
  private final BrokerTime brokerTime;

  RunController(
      Runs runs,
      Plans plans,
      PlanCheck check,
      Conductor conductor,
      Queue queue,
      History history,
      Liveness liveness,
      BrokerTime brokerTime) {
    this.runs = runs;
    this.plans = plans;
    this.check = check;
    this.conductor = conductor;
    this.queue = queue;
    this.history = history;
    this.liveness = liveness;
    this.brokerTime = brokerTime;
  }

  @PostMapping("/api/plans/{id}/runs")
  @ResponseStatus(HttpStatus.CREATED)
  RunView start(@PathVariable String id) {
    var plan = plans.findById(id).orElseThrow(() -> Refused.unknown("plan", id));
    // Slaves and bundle may have changed since the plan was kept.
    switch (check.check(plan.content())) {
      case CheckedPlan.Refused refused -> throw Refused.invalidParts(refused.problems());
      case CheckedPlan.Fit fit -> {
        var problems = fit.slaves().stream().map(this::problem).flatMap(Optional::stream).toList();
        if (!problems.isEmpty()) {
          throw Refused.invalid(problems);
        }
        var planned = planned(plan, fit);
        conductor.begin(planned);
        queue.advance();
        return one(planned.run().id());
      }
    }
  }

  /// Why a slave can't carry a run. One that has fallen silent stays ready for a few seconds more
  /// by the provisioner's word.
  private Optional<String> problem(KnownSlave slave) {
    if (!slave.ready()) {
      return Optional.of(
          "Slave %s can't carry a run: its agent does not run (it is %s). Deploy it first."
              .formatted(slave.name(), slave.stage().name().toLowerCase(Locale.ROOT)));
    }
    return liveness.isSilent(slave.id())
        ? Optional.of(
            "Slave %s can't carry a run: its agent has not been heard of for more than %d seconds. One that has ended is started again by itself: try again in a few seconds, or look whether the slave is up."
                .formatted(slave.name(), Liveness.MAX_SILENCE.toSeconds()))
        : Optional.empty();
  }

  private Transition planned(Plan plan, CheckedPlan.Fit fit) {
    var now = brokerTime.now();
    var id = UUID.randomUUID().toString();
    var members =
        fit.slaves().stream()
            .map(slave ->
                new Member(
                    slave.id(),
                    slave.name(),
                    slave.epoch(),
                    MemberState.WAITING,
                    0,
                    null,
                    null,
                    null))
            .toList();
    var run =
        new Run(
            id,
            null,
            plan.id(),
            new RunContent(fit.plan(), fit.onLostSlave(), fit.bundle().userIds()),
            plan.words(),
            RunState.QUEUED,
            "Waits for its slaves.",
            null,
            now,
            now,
            null,
            null,
            LoadState.AS_PLANNED,
            members);
    return Transition.none(run)
        .publishing(
            number -> new RunPlanned(Message.SCHEMA, now, id, number, fit.plan(), plan.words()));
  }

  @GetMapping("/api/runs/{id}")
  RunView one(@PathVariable String id) {
    return runs.findById(id).map(RunViews::of).orElseThrow(() -> Refused.unknown("run", id));
  }

  @GetMapping("/api/runs/{id}/events")
  List<RunEvent> events(@PathVariable String id) {
    if (!runs.existsById(id)) {
      throw Refused.unknown("run", id);
    }
    return history.of(id);
  }

  /// Users finish their transaction; the run ends as aborted, or as cancelled if it had no load
  /// yet.
  @PostMapping("/api/runs/{id}/stop")
  RunView stop(@PathVariable String id) {
    if (one(id).state().ended()) {
      throw Refused.conflict("The run " + id + " has ended already.");
    }
    conductor.change(id, run -> Lifecycle.stop(run, "Stopped by a person.", brokerTime.now()));
    return one(id);
  }
}
