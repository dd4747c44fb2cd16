package io.crowdbench.provisioner.slave;

import java.time.Duration;
import java.util.Locale;

/// What people read about a slave whose agent is not heard.
final class SlaveSentences {

  private SlaveSentences() {}

  static String silent(Slave slave, Duration silence) {
    return "The agent on %s has said nothing for %d seconds. Check that %s runs and reaches Kafka; the slave is ready again as soon as its agent is heard, or deploy it again."
        .formatted(slave.address(), silence.toSeconds(), slave.host());
  }

  static String interrupted(Slave slave) {
    return "Crowdbench was stopped while %s was %s. Deploy it again."
        .formatted(slave.address(), slave.stage().name().toLowerCase(Locale.ROOT));
  }
}
