package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Facts;
import io.crowdbench.provisioner.ssh.Shell;
import java.util.HashMap;
import java.util.Map;

/// What one script finds out about a host.
///
/// @param kernel as `uname -s` says it
/// @param processor as `uname -m` says it
/// @param freeDiskMb where the folder is; -1 when it could not be told
/// @param folderProblem why the folder cannot be written; empty when it can
/// @param unpacks whether there are tar and gzip
/// @param glibc whether the C library is the one the runtime is linked with
record Survey(
    String kernel,
    String processor,
    int processors,
    long memoryMb,
    long freeDiskMb,
    String folderProblem,
    boolean unpacks,
    boolean glibc) {

  /// Writes `key=value` lines. Each part stands alone, so that one that fails hides no other.
  static String script(String folder) {
    return """
    folder=%s
    echo "kernel=$(uname -s)"
    echo "processor=$(uname -m)"
    echo "processors=$(getconf _NPROCESSORS_ONLN)"
    [ -r /proc/meminfo ] && sed -n 's/^MemTotal: *\\([0-9]*\\) kB.*/memoryKb=\\1/p' /proc/meminfo
    [ -e /lib64/ld-linux-x86-64.so.2 ] || [ -e /lib/ld-linux-aarch64.so.1 ] && echo glibc=yes
    command -v tar > /dev/null && command -v gzip > /dev/null && echo unpacks=yes
    umask 077
    # Earlier versions left it open to others.
    [ -e "$folder/agent.properties" ] && chmod 700 "$folder"
    problem=$( { mkdir -p "$folder" && touch "$folder/.probe" && rm "$folder/.probe"; } 2>&1 ) || echo "folderProblem=${problem:-it cannot be written}"
    free=$(df -Pk "$folder" 2> /dev/null | tail -n 1)
    set -- $free
    echo "freeKb=$4"
    exit 0
    """
        .formatted(Shell.quote(folder));
  }

  static Survey read(String output) {
    var found = new HashMap<String, String>();
    for (var line : output.lines().toList()) {
      var at = line.indexOf('=');
      if (at > 0) {
        found.putIfAbsent(line.substring(0, at), line.substring(at + 1).strip());
      }
    }
    return new Survey(
        found.getOrDefault("kernel", ""),
        found.getOrDefault("processor", ""),
        (int) number(found, "processors"),
        number(found, "memoryKb") / 1024,
        found.getOrDefault("freeKb", "").isEmpty() ? -1 : number(found, "freeKb") / 1024,
        found.getOrDefault("folderProblem", ""),
        found.containsKey("unpacks"),
        found.containsKey("glibc"));
  }

  Facts facts() {
    return new Facts(kernel + " " + processor, processors, memoryMb, freeDiskMb);
  }

  private static long number(Map<String, String> found, String key) {
    var text = found.getOrDefault(key, "");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
