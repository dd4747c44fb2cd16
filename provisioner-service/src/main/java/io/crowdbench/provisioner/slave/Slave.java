package io.crowdbench.provisioner.slave;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/// A machine reached over SSH, and how far it has come.
///
/// @param version grows with each change; two that change the same state cannot both win
/// @param login name of the user to log in as
/// @param folder where Crowdbench may write, absolute or below the login's home
/// @param secretSealed password or private key, sealed by the [Vault]
/// @param hostKey fingerprint the host showed when it was first seen; null before
/// @param epoch number of the latest start of the agent; 0 before the first
/// @param problems what went wrong last, one sentence each
/// @param lastSeen when the agent was last heard of, as of the last change of stage
/// @param tunnelled whether the agent finds Kafka through the SSH session, as of its latest start
public record Slave(
    @Id String id,
    @Version long version,
    String name,
    String host,
    int port,
    String login,
    String folder,
    SecretKind secretKind,
    String secretSealed,
    @Nullable String hostKey,
    SlaveStage stage,
    long epoch,
    List<String> problems,
    @Embedded.Nullable(prefix = "facts_") @Nullable Facts facts,
    @Nullable Instant lastSeen,
    boolean tunnelled) {

  /// The slave as sentences name it.
  public String address() {
    return host + ":" + port;
  }

  /// What others may know of it.
  public SlaveState state() {
    return new SlaveState(id, name, host, port, stage, epoch, problems);
  }

  /// The slave in another stage, with nothing wrong.
  public Slave in(SlaveStage next) {
    return with(hostKey, next, epoch, List.of(), facts, lastSeen);
  }

  /// The slave after something failed.
  public Slave unusable(List<String> reasons) {
    return with(hostKey, SlaveStage.UNUSABLE, epoch, reasons, facts, lastSeen);
  }

  /// The slave about to start its agent once more; whatever an earlier agent says no longer counts.
  public Slave startingAgain() {
    return with(hostKey, SlaveStage.STARTING, epoch + 1, List.of(), facts, lastSeen);
  }

  public Slave lost(String reason) {
    return with(hostKey, SlaveStage.LOST, epoch, List.of(reason), facts, lastSeen);
  }

  /// The slave in the same stage, with something people should know.
  public Slave noting(String sentence) {
    return with(hostKey, stage, epoch, List.of(sentence), facts, lastSeen);
  }

  public Slave knownBy(String fingerprint) {
    return with(fingerprint, stage, epoch, problems, facts, lastSeen);
  }

  public Slave lookedAt(Facts found) {
    return with(hostKey, stage, epoch, problems, found, lastSeen);
  }

  Slave seen(Instant at) {
    return with(hostKey, stage, epoch, problems, facts, at);
  }

  private Slave with(
      @Nullable String key,
      SlaveStage next,
      long start,
      List<String> reasons,
      @Nullable Facts found,
      @Nullable Instant seen) {
    return new Slave(
        id,
        version,
        name,
        host,
        port,
        login,
        folder,
        secretKind,
        secretSealed,
        key,
        next,
        start,
        reasons,
        found,
        seen,
        tunnelled);
  }

  /// The slave whose agent is about to find Kafka in that way.
  public Slave findingKafka(boolean throughTunnel) {
    return new Slave(
        id,
        version,
        name,
        host,
        port,
        login,
        folder,
        secretKind,
        secretSealed,
        hostKey,
        stage,
        epoch,
        problems,
        facts,
        lastSeen,
        throughTunnel);
  }

  @Override
  public String toString() {
    return "Slave[" + id + ", " + name + ", " + address() + ", " + stage + ", epoch " + epoch + "]";
  }
}
