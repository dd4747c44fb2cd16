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
/// @param folder where Crowdbench may write, absolute or below the login's home
/// @param labels by which people group slaves
/// @param jump the host that SSH goes through
/// @param epoch number of the latest start of the agent; 0 before the first
/// @param problems what went wrong last, one sentence each
/// @param lastSeen when the agent was last heard of, as of the last change of stage
/// @param tunnelled whether the agent finds Kafka through the SSH session, as of its latest start
public record Slave(
    @Id String id,
    @Version long version,
    String name,
    @Embedded.Empty SshAccess ssh,
    String folder,
    List<String> labels,
    @Embedded.Nullable(prefix = "jump_") @Nullable SshAccess jump,
    SlaveStage stage,
    long epoch,
    List<String> problems,
    @Embedded.Nullable(prefix = "facts_") @Nullable Facts facts,
    @Nullable Instant lastSeen,
    boolean tunnelled) {

  /// The slave as sentences name it.
  public String address() {
    return ssh.address();
  }

  public String host() {
    return ssh.host();
  }

  /// What others may know of it.
  public SlaveState state() {
    return new SlaveState(id, name, ssh.host(), ssh.port(), stage, epoch, problems);
  }

  /// The slave in another stage, with nothing wrong.
  public Slave in(SlaveStage next) {
    return with(next, epoch, List.of(), facts, lastSeen, tunnelled);
  }

  /// The slave after something failed.
  public Slave unusable(List<String> reasons) {
    return with(SlaveStage.UNUSABLE, epoch, reasons, facts, lastSeen, tunnelled);
  }

  /// The slave about to start its agent once more; whatever an earlier agent says no longer counts.
  public Slave startingAgain() {
    return with(SlaveStage.STARTING, epoch + 1, List.of(), facts, lastSeen, tunnelled);
  }

  public Slave lost(String reason) {
    return with(SlaveStage.LOST, epoch, List.of(reason), facts, lastSeen, tunnelled);
  }

  /// The slave in the same stage, with something people should know.
  public Slave noting(String sentence) {
    return with(stage, epoch, List.of(sentence), facts, lastSeen, tunnelled);
  }

  public Slave lookedAt(Facts found) {
    return with(stage, epoch, problems, found, lastSeen, tunnelled);
  }

  Slave seen(Instant at) {
    return with(stage, epoch, problems, facts, at, tunnelled);
  }

  /// The slave whose agent is about to find Kafka in that way.
  public Slave findingKafka(boolean throughTunnel) {
    return with(stage, epoch, problems, facts, lastSeen, throughTunnel);
  }

  Slave reachedBy(SshAccess access, @Nullable SshAccess gate) {
    return defined(name, access, folder, labels, gate);
  }

  /// The slave as people define it.
  Slave defined(
      String called,
      SshAccess access,
      String where,
      List<String> groups,
      @Nullable SshAccess gate) {
    return new Slave(
        id, version, called, access, where, groups, gate, stage, epoch, problems, facts, lastSeen,
        tunnelled);
  }

  private Slave with(
      SlaveStage next,
      long start,
      List<String> reasons,
      @Nullable Facts found,
      @Nullable Instant seen,
      boolean throughTunnel) {
    return new Slave(
        id,
        version,
        name,
        ssh,
        folder,
        labels,
        jump,
        next,
        start,
        reasons,
        found,
        seen,
        throughTunnel);
  }

  @Override
  public String toString() {
    return "Slave[" + id + ", " + name + ", " + address() + ", " + stage + ", epoch " + epoch + "]";
  }
}
