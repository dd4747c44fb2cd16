package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Facts;
import io.crowdbench.provisioner.ssh.Shell;
import java.util.HashMap;
import java.util.Map;

/// What one script finds out about a host.
///
/// @param kernel as `uname -s` says it
/// @param processor as `uname -m` says it
/// @param availableMb memory that nobody uses; -1 when it could not be told
/// @param freeDiskMb where the folder is; -1 when it could not be told
/// @param folderProblem why the folder cannot be written; empty when it can
/// @param execProblem why a program in it cannot be run; empty when it can
/// @param unpacks whether there are tar and gzip
/// @param glibc whether the C library is the one the runtime is linked with
/// @param openFiles that one process may have; -1 when it could not be told
/// @param ports for connections out; -1 when it could not be told
/// @param load processes that run or wait, the average of a minute; -1 when it could not be told
/// @param agent what is in the folder already
record Survey(
    String kernel,
    String processor,
    int processors,
    long memoryMb,
    long availableMb,
    long freeDiskMb,
    String folderProblem,
    String execProblem,
    boolean unpacks,
    boolean glibc,
    long openFiles,
    long ports,
    double load,
    FoundAgent agent,
    boolean systemd,
    boolean cron) {

  /// Says that what follows is ours: profiles and banners may say things before.
  private static final String MARK = "--- what Crowdbench found ---";

  /// An agent that was installed in the folder before.
  ///
  /// @param slave id of the slave it was for; empty when there is none
  record FoundAgent(String slave, long epoch, boolean runs) {}

  /// Writes `key=value` lines. Each part stands alone, so that one that fails hides no other.
  static String script(String folder) {
    return """
    folder=%s
    echo '%s'
    echo "kernel=$(uname -s)"
    echo "processor=$(uname -m)"
    echo "processors=$(getconf _NPROCESSORS_ONLN || nproc)"
    if [ -r /proc/meminfo ]; then
      sed -n 's/^MemTotal: *\\([0-9]*\\) kB.*/memoryKb=\\1/p' /proc/meminfo
      sed -n 's/^MemAvailable: *\\([0-9]*\\) kB.*/availableKb=\\1/p' /proc/meminfo
    fi
    [ -e /lib64/ld-linux-x86-64.so.2 ] || [ -e /lib/ld-linux-aarch64.so.1 ] && echo glibc=yes
    command -v tar > /dev/null && command -v gzip > /dev/null && echo unpacks=yes
    echo "openFiles=$(ulimit -Hn 2> /dev/null || ulimit -n)"
    [ -r /proc/sys/net/ipv4/ip_local_port_range ] && echo "ports=$(cat /proc/sys/net/ipv4/ip_local_port_range)"
    [ -r /proc/loadavg ] && echo "load=$(cut -d ' ' -f 1 /proc/loadavg)"
    [ -d /run/systemd/system ] && echo systemd=yes
    command -v crontab > /dev/null && echo cron=yes
    if [ -r "$folder/agent.properties" ]; then
      sed -n 's/^slave=/agentSlave=/p; s/^epoch=/agentEpoch=/p' "$folder/agent.properties"
    fi
    pid=$(cat "$folder/agent.pid" 2> /dev/null)
    if [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ]; then
      case "$(tr '\\0' ' ' < "/proc/$pid/cmdline")" in *"$folder/"*) echo agentRuns=yes ;; esac
    fi
    umask 077
    # Earlier versions left it open to others.
    [ -e "$folder/agent.properties" ] && chmod 700 "$folder"
    problem=$( { mkdir -p "$folder" && touch "$folder/.probe" && rm "$folder/.probe"; } 2>&1 ) || echo "folderProblem=${problem:-it cannot be written}"
    if printf '#!/bin/sh\\nexit 0\\n' 2> /dev/null > "$folder/.probe"; then
      chmod 700 "$folder/.probe"
      problem=$("$folder/.probe" 2>&1) || echo "execProblem=${problem:-it cannot be run}"
      rm -f "$folder/.probe"
    fi
    free=$(df -Pk "$folder" 2> /dev/null | tail -n 1)
    set -- $free
    echo "freeKb=$4"
    exit 0
    """
        .formatted(Shell.quote(folder), MARK);
  }

  /// Whether the script ran at all.
  static boolean isWhole(String output) {
    return output.contains(MARK) && output.contains("kernel=");
  }

  static Survey read(String output) {
    var found = new HashMap<String, String>();
    var ours = output.substring(Math.max(0, output.indexOf(MARK)));
    for (var line : ours.lines().toList()) {
      var at = line.indexOf('=');
      if (at > 0) {
        found.putIfAbsent(line.substring(0, at), line.substring(at + 1).strip());
      }
    }
    return new Survey(
        found.getOrDefault("kernel", ""),
        found.getOrDefault("processor", ""),
        (int) number(found, "processors", 0),
        number(found, "memoryKb", 0) / 1024,
        found.containsKey("availableKb") ? number(found, "availableKb", 0) / 1024 : -1,
        found.getOrDefault("freeKb", "").isEmpty() ? -1 : number(found, "freeKb", 0) / 1024,
        found.getOrDefault("folderProblem", ""),
        found.getOrDefault("execProblem", ""),
        found.containsKey("unpacks"),
        found.containsKey("glibc"),
        found.getOrDefault("openFiles", "").equals("unlimited")
            ? Integer.MAX_VALUE
            : number(found, "openFiles", -1),
        ports(found.getOrDefault("ports", "")),
        decimal(found.getOrDefault("load", "")),
        new FoundAgent(
            found.getOrDefault("agentSlave", ""),
            number(found, "agentEpoch", 0),
            found.containsKey("agentRuns")),
        found.containsKey("systemd"),
        found.containsKey("cron"));
  }

  Facts facts() {
    return new Facts(kernel + " " + processor, processors, memoryMb, freeDiskMb);
  }

  private static long number(Map<String, String> found, String key, long otherwise) {
    var text = found.getOrDefault(key, "");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }

  private static double decimal(String text) {
    return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : -1;
  }

  /// @param range the first and the last
  private static long ports(String range) {
    var ends = range.split("\\s+");
    return ends.length == 2 && ends[0].matches("\\d{1,5}") && ends[1].matches("\\d{1,5}")
        ? Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1
        : -1;
  }
}
