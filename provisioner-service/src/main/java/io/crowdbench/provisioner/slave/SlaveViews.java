package io.crowdbench.provisioner.slave;

import io.crowdbench.api.SlaveView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes what the API answers of a slave: everything but its password or key.
final class SlaveViews {

  private SlaveViews() {}

  static SlaveView of(Slave slave, Optional<Instant> lastSeen) {
    return new SlaveView(
        slave.id(),
        slave.name(),
        slave.host(),
        slave.port(),
        slave.login(),
        slave.secretKind().name(),
        slave.folder(),
        slave.hostKey(),
        slave.stage(),
        slave.epoch(),
        slave.problems(),
        List.of(),
        null,
        null,
        slave.tunnelled(),
        List.of(),
        null,
        of(slave.facts()),
        lastSeen.orElse(slave.lastSeen()));
  }

  private static SlaveView.@Nullable Facts of(@Nullable Facts facts) {
    return facts == null
        ? null
        : new SlaveView.Facts(
            facts.system(), facts.processors(), facts.memoryMb(), facts.freeDiskMb());
  }
}
