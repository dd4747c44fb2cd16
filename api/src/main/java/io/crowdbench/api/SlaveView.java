package io.crowdbench.api;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A slave, as provisioner-service answers it: everything but its password or key.
///
/// @param user to log in as
/// @param login what its login is proved with: `PASSWORD` or `PRIVATE_KEY`
/// @param folder where Crowdbench may write, absolute or below the login's home
/// @param hostKey fingerprint of the host's key, once it was seen
/// @param epoch number of the latest start of its agent; 0 before the first
/// @param problems what went wrong last, one sentence each; empty when nothing did
/// @param labels by which slaves are grouped
/// @param jump the host that SSH goes through, `user@host:port`; null if none
/// @param newHostKey fingerprint that the host shows now instead of the one that is known; null if
///   it is the same
/// @param tunnelled whether its agent finds Kafka through the SSH session
/// @param checks what the latest check looked at; empty before the first
/// @param checkedAt when that was
/// @param facts what it is, once it was looked at
/// @param lastSeen when its agent was last heard of
public record SlaveView(
    String id,
    String name,
    String host,
    int port,
    String user,
    String login,
    String folder,
    @Nullable String hostKey,
    SlaveStage stage,
    long epoch,
    List<String> problems,
    List<String> labels,
    @Nullable String jump,
    @Nullable String newHostKey,
    boolean tunnelled,
    List<CheckLine> checks,
    @Nullable Instant checkedAt,
    @Nullable Facts facts,
    @Nullable Instant lastSeen) {

  public SlaveView {
    problems = Objects.requireNonNullElse(problems, List.of());
    labels = Objects.requireNonNullElse(labels, List.of());
    checks = Objects.requireNonNullElse(checks, List.of());
  }

  /// What a slave is, as it was when last looked at.
  ///
  /// @param system kernel and processor, as in "Linux x86_64"
  public record Facts(String system, int processors, long memoryMb, long freeDiskMb) {}

  /// Whether it can carry a run.
  public boolean ready() {
    return stage == SlaveStage.READY;
  }

  public String address() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
