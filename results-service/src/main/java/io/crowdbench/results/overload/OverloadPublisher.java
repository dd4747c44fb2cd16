package io.crowdbench.results.overload;

import io.crowdbench.kit.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.GeneratorOverloaded;
import io.crowdbench.results.store.StoredRun;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Publishes on the topic `results` where a run was limited by its slaves.
@Component
public class OverloadPublisher {

  /// The rest is asked for over HTTP.
  private static final int MAX_GROUPS = 200;

  private final Overloads overloads;
  private final Publisher publisher;
  private final Clock clock;

  OverloadPublisher(Overloads overloads, Publisher publisher, Clock clock) {
    this.overloads = overloads;
    this.publisher = publisher;
    this.clock = clock;
  }

  public void publish(StoredRun run) {
    publisher.publish(
        "results",
        new GeneratorOverloaded(
            Message.SCHEMA, clock.instant(), run.id(), overloads.of(run.id(), MAX_GROUPS)));
  }
}
