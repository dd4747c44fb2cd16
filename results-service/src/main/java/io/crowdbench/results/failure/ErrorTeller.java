package io.crowdbench.results.failure;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.ErrorsGrouped;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// Tells the errors of a run on the topic `results`.
@Component
public class ErrorTeller {

  /// What a page can show; the rest is asked for over HTTP.
  private static final int MOST_TOLD = 100;

  private final ErrorGroups groups;
  private final Outbox outbox;
  private final Clock clock;

  ErrorTeller(ErrorGroups groups, Outbox outbox, Clock clock) {
    this.groups = groups;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void tell(String run) {
    var all = new ArrayList<>(groups.together(run, MOST_TOLD));
    all.addAll(groups.ofEach(run, MOST_TOLD));
    outbox.tell("results", new ErrorsGrouped(Message.SCHEMA, clock.instant(), run, all));
  }
}
