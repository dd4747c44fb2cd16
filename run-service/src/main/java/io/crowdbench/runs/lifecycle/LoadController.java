package io.crowdbench.runs.lifecycle;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.crowdbench.api.RunView;
import io.crowdbench.kit.Refused;
import io.crowdbench.messages.run.LoadChange;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/runs/{id}/users`, `/rates`, `/pause`, `/resume` and `/next-step`: changes of a running
/// run's load. Each answers with the run as it is to be; that all slaves have taken a change up
/// shows in their `change`, within a second.
@RestController
class LoadController {

  /// Time for a change to reach every agent, so that all take it up at the same instant.
  private static final Duration LEAD = Duration.ofMillis(300);

  private final Runs runs;
  private final Conductor conductor;
  private final BrokerTime brokerTime;

  LoadController(Runs runs, Conductor conductor, BrokerTime brokerTime) {
    this.runs = runs;
    this.conductor = conductor;
    this.brokerTime = brokerTime;
  }

  /// @param users users to add (or, negative, to take out), by the action's name
  /// @param perSecond how many users arrive in a second, by the action's name
  /// @param reason for the record
  record Body(
      @JsonAlias("change") @Nullable Map<String, Integer> users,
      @Nullable Map<String, Double> perSecond,
      @Nullable String reason) {

    static final Body EMPTY = new Body(null, null, null);
  }

  @PostMapping("/api/runs/{id}/{change:users|rates|pause|resume|next-step}")
  RunView change(
      @PathVariable String id,
      @PathVariable String change,
      @RequestBody(required = false) @Nullable Body body,
      @Nullable Principal who) {
    var kind = LoadChange.valueOf(change.toUpperCase(Locale.ROOT).replace('-', '_'));
    return change(id, kind, body, who);
  }

  private RunView change(String id, LoadChange kind, @Nullable Body body, @Nullable Principal who) {
    var content = requireNonNullElse(body, Body.EMPTY);
    var wanted =
        new LoadChangeRequest(
            kind,
            requireNonNullElse(content.users(), Map.of()),
            requireNonNullElse(content.perSecond(), Map.of()),
            who == null ? null : who.getName(),
            content.reason());
    if (!runs.existsById(id)) {
      throw Refused.unknown("run", id);
    }
    var refused = new AtomicReference<@Nullable Refused>();
    conductor.change(
        id,
        run -> {
          refused.set(refused(run, wanted));
          return refused.get() == null
              ? Changes.made(run, wanted, brokerTime.now().plus(LEAD), brokerTime.now())
              : Transition.none(run);
        });
    if (refused.get() != null) {
      throw refused.get();
    }
    return runs.findById(id).map(RunViews::of).orElseThrow(() -> Refused.unknown("run", id));
  }

  private static @Nullable Refused refused(Run run, LoadChangeRequest wanted) {
    if (!Changes.possible(run)) {
      return Refused.conflict(
          "The load of run %s can't be changed: it is %s. That is possible only while it is running."
              .formatted(run.id(), run.state().name().toLowerCase(Locale.ROOT)));
    }
    List<String> problems = ChangeCheck.of(run, wanted);
    return problems.isEmpty() ? null : Refused.invalid(problems);
  }
}
