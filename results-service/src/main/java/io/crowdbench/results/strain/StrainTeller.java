package io.crowdbench.results.strain;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.GeneratorStrained;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Tells on the topic `results` where a run was limited by its slaves.
@Component
public class StrainTeller {

  private final Strains strains;
  private final Outbox outbox;
  private final Clock clock;

  StrainTeller(Strains strains, Outbox outbox, Clock clock) {
    this.strains = strains;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void tell(String run) {
    outbox.tell(
        "results", new GeneratorStrained(Message.SCHEMA, clock.instant(), run, strains.of(run)));
  }
}
