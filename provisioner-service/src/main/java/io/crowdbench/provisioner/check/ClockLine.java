package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;

/// How far a machine's clock is from this service's.
final class ClockLine {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Pattern TIME = Pattern.compile("time=(\\d{9,11})(\\.\\d{3,9})?");
  private static final double MAX_SECONDS = 1;

  private ClockLine() {}

  static void add(CheckReport report, SshHost host, InstantSource clock) throws IOException {
    var before = clock.millis();
    var said = host.run("echo \"time=$(date +%s.%N)\"", LIMIT).out();
    var after = clock.millis();
    add(report, host.address(), said, before, after);
  }

  static void add(CheckReport report, String address, String said, long before, long after) {
    var time = TIME.matcher(said);
    if (!time.find()) {
      report.skipped(Item.CLOCK, "date did not tell");
      return;
    }
    // A date without fractions is half a second earlier than it says, on average.
    var fraction = time.group(2);
    var theirs =
        Long.parseLong(time.group(1))
            + (fraction == null ? 0.5 : Double.parseDouble("0" + fraction));
    var offset = theirs - (before + after) / 2_000.0;
    var bound = (after - before) / 2_000.0 + (fraction == null ? 0.5 : 0);
    var found = String.format(Locale.ROOT, "%+.2f s, give or take %.2f s", offset, bound);
    if (Math.abs(offset) - bound > MAX_SECONDS) {
      report.warning(
          Item.CLOCK,
          found,
          "Samples are corrected for it, but logs and certificates are not. Have the clock of %s set by NTP."
              .formatted(address));
    } else {
      report.ok(Item.CLOCK, found, after - before);
    }
  }
}
