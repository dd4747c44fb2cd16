package io.crowdbench.provisioner.slave;

import static java.util.Comparator.comparing;

import io.crowdbench.api.SlaveView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Slaves as they are shown: without their secrets.
@Component
public class SlaveViews {

  private final Slaves slaves;
  private final LastSeen lastSeen;
  private final LatestChecks checks;

  SlaveViews(Slaves slaves, LastSeen lastSeen, LatestChecks checks) {
    this.slaves = slaves;
    this.lastSeen = lastSeen;
    this.checks = checks;
  }

  /// All there are, by name.
  public List<SlaveView> all() {
    return of(slaves.findAll().stream().sorted(comparing(Slave::name)).toList());
  }

  SlaveView of(Slave slave) {
    return of(List.of(slave)).getFirst();
  }

  List<SlaveView> of(List<Slave> some) {
    var latest = checks.of(some.stream().map(Slave::id).toList());
    return some.stream().map(slave -> of(slave, latest)).toList();
  }

  private SlaveView of(Slave slave, Map<String, LatestChecks.Check> latest) {
    var check = latest.get(slave.id());
    var jump = slave.jump();
    return new SlaveView(
        slave.id(),
        slave.name(),
        slave.ssh().host(),
        slave.ssh().port(),
        slave.ssh().login(),
        slave.ssh().secretKind().name(),
        slave.folder(),
        slave.ssh().hostKey(),
        slave.stage(),
        slave.epoch(),
        slave.problems(),
        slave.labels(),
        jump == null ? null : jump.toString(),
        newHostKey(slave),
        slave.tunnelled(),
        check == null ? List.of() : check.lines(),
        check == null ? null : check.at(),
        of(slave.facts()),
        lastSeen.lastSeen(slave.id()).orElse(slave.lastSeen()));
  }

  /// The slave's own, or else its jump host's.
  static @Nullable String newHostKey(Slave slave) {
    var jump = slave.jump();
    return slave.ssh().newHostKey() != null || jump == null
        ? slave.ssh().newHostKey()
        : jump.newHostKey();
  }

  private static SlaveView.@Nullable Facts of(@Nullable Facts facts) {
    return facts == null
        ? null
        : new SlaveView.Facts(
            facts.system(), facts.processors(), facts.memoryMb(), facts.freeDiskMb());
  }
}
