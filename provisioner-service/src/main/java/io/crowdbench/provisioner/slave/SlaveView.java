package io.crowdbench.provisioner.slave;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A slave as the HTTP API answers it: everything but its password or key.
///
/// @param login what its login is proved with
/// @param hostKey fingerprint of the host's key, once it was seen
/// @param problems what went wrong last, one sentence each; empty when nothing did
/// @param facts what it is, once it was looked at
/// @param lastSeen when its agent was last heard of
record SlaveView(
    String id,
    String name,
    String host,
    int port,
    String user,
    SecretKind login,
    String folder,
    @Nullable String hostKey,
    SlaveStage stage,
    long epoch,
    List<String> problems,
    @Nullable Facts facts,
    @Nullable Instant lastSeen) {

  static SlaveView of(Slave slave, Optional<Instant> lastSeen) {
    return new SlaveView(
        slave.id(),
        slave.name(),
        slave.host(),
        slave.port(),
        slave.login(),
        slave.secretKind(),
        slave.folder(),
        slave.hostKey(),
        slave.stage(),
        slave.epoch(),
        slave.problems(),
        slave.facts(),
        lastSeen.orElse(slave.lastSeen()));
  }
}
