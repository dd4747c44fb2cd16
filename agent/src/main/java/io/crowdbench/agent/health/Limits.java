package io.crowdbench.agent.health;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the system lets this process have, and how much of it is taken. Unknown where the system
/// does not tell.
final class Limits {

  private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final Path SOCKETS = Path.of("/proc/net/sockstat");
  private static final Pattern TCP = Pattern.compile("TCP: inuse (\\d+) orphan \\d+ tw (\\d+)");

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final @Nullable Long mostPorts = mostPorts();

  long openFiles() {
    return system instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  @Nullable Long mostOpenFiles() {
    return system instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : null;
  }

  @Nullable Long mostPortsGivenOut() {
    return mostPorts;
  }

  /// Of the whole slave, since all processes share them.
  @Nullable Long portsInUse() {
    try {
      var match = TCP.matcher(Files.readString(SOCKETS));
      return match.find() ? Long.parseLong(match.group(1)) + Long.parseLong(match.group(2)) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Long mostPorts() {
    try {
      var ends = Files.readString(PORT_RANGE).strip().split("\\s+");
      return Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
