package io.crowdbench.provisioner.check;

import java.util.Locale;

/// How many users a machine's limits allow: each has a connection, which takes a file and a port.
final class LimitLines {

  /// What a runner opens for itself: jars, its journal, Kafka.
  private static final long OWN_FILES = 200;

  /// Fewer users than a tester expects of a machine.
  private static final long FEW = 5_000;

  private LimitLines() {}

  static void add(CheckReport report, Survey survey) {
    openFiles(report, survey.openFiles());
    ports(report, survey.ports());
  }

  private static void openFiles(CheckReport report, long files) {
    if (files < 0) {
      report.skipped(Item.OPEN_FILES, "the shell does not tell");
      return;
    }
    var users = Math.max(0, files - OWN_FILES);
    var found =
        files == Integer.MAX_VALUE
            ? "without limit"
            : String.format(Locale.ROOT, "%,d: for about %,d users", files, users);
    if (users < FEW) {
      report.warning(
          Item.OPEN_FILES,
          found,
          "Raise the hard limit “nofile” of the login in /etc/security/limits.conf, or spread the users over more slaves.");
    } else {
      report.ok(Item.OPEN_FILES, found);
    }
  }

  private static void ports(CheckReport report, long ports) {
    if (ports < 0) {
      report.skipped(Item.PORTS, "the system does not tell");
      return;
    }
    var found =
        String.format(Locale.ROOT, "%,d: for as many users of one address of the site", ports);
    if (ports < FEW) {
      report.warning(
          Item.PORTS,
          found,
          "Widen net.ipv4.ip_local_port_range with sysctl, or spread the users over more slaves.");
    } else {
      report.ok(Item.PORTS, found);
    }
  }
}
