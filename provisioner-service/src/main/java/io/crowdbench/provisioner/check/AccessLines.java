package io.crowdbench.provisioner.check;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.ssh.Reach;
import java.util.Locale;

/// The first lines of a report: how far SSH came.
final class AccessLines {

  private AccessLines() {}

  static void add(CheckReport report, Slave slave, Reach reach) {
    switch (reach) {
      case Reach.In in -> {
        report.ok(Item.REACHABLE, way(slave), in.connectMillis());
        report.ok(Item.HOST_KEY, in.hostKey());
        report.ok(Item.LOGIN, login(slave), in.loginMillis());
      }
      case Reach.Stopped stopped -> add(report, slave, stopped);
    }
  }

  private static void add(CheckReport report, Slave slave, Reach.Stopped stopped) {
    var jump = stopped.atJump() ? "the jump host " : "";
    var shown = requireNonNullElse(stopped.shown(), "not seen");
    switch (stopped.by()) {
      case NETWORK ->
          report.failed(
              Item.REACHABLE, jump + "no connection", stopped.problem(), stopped.connectMillis());
      case HOST_KEY -> {
        report.ok(Item.REACHABLE, way(slave), stopped.connectMillis());
        report.failed(Item.HOST_KEY, jump + "shows " + shown, stopped.problem(), 0);
      }
      case LOGIN -> {
        report.ok(Item.REACHABLE, way(slave), stopped.connectMillis());
        report.ok(Item.HOST_KEY, jump + shown);
        report.failed(Item.LOGIN, jump + "refuses it", stopped.problem(), stopped.loginMillis());
      }
    }
    report.skipRest("not looked at: there is no login");
  }

  private static String way(Slave slave) {
    return slave.jump() == null ? slave.address() : slave.address() + " through " + slave.jump();
  }

  private static String login(Slave slave) {
    return "%s, by %s"
        .formatted(
            slave.ssh().login(),
            slave.ssh().secretKind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
