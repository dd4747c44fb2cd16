package io.crowdbench.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hosts with OpenSSH's own server, each with a network, processes and a home of its own (Linux
/// namespaces), so that nothing but SSH leads from here to them, and nothing but the site's address
/// from them to here. Only root can make them, where `ip`, `unshare` and `sshd` are.
public final class OpenSshHosts implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenSshHosts.class);

  public static final String USER = "loader";
  public static final String PASSWORD = "three real hosts";

  private static final String BRIDGE = "crowdbr0";
  private static final String NETWORK = "10.88.0.";

  /// This machine, as hosts see it.
  public static final String HERE = NETWORK + "1";

  private static final String NETWORK_UP =
      """
      set -e
      mkdir -p /run/sshd
      ip link add %1$s type bridge
      ip addr add %2$s/24 dev %1$s
      ip link set %1$s up
      """;

  /// Files under `/etc/netns/NAME` stand in for those of `/etc` within the namespace.
  private static final String HOST_UP =
      """
      set -e
      name=%1$s; folder=%2$s; address=%3$s; user=%4$s; password=%5$s
      mkdir -p "$folder/home" "$folder/tmp" "/etc/netns/$name"
      chmod 1777 "$folder/tmp"
      ssh-keygen -q -t ed25519 -N '' -f "$folder/hostkey"
      { grep -v "^$user:" /etc/passwd; echo "$user:x:4711:4711::/home:/bin/sh"; } > "/etc/netns/$name/passwd"
      { grep -v "^$user:" /etc/group; echo "$user:x:4711:"; } > "/etc/netns/$name/group"
      { grep -v "^$user:" /etc/shadow; echo "$user:$(openssl passwd -6 "$password"):19000:0:99999:7:::"; } > "/etc/netns/$name/shadow"
      chmod 640 "/etc/netns/$name/shadow"
      chown 4711:4711 "$folder/home"
      ip netns add "$name"
      ip link add "v$name" type veth peer name eth0 netns "$name"
      ip link set "v$name" master %6$s up
      ip -n "$name" addr add "$address/24" dev eth0
      ip -n "$name" link set lo up
      ip -n "$name" link set eth0 up
      cat > "$folder/sshd_config" <<END
      Port 22
      HostKey $folder/hostkey
      PidFile none
      UsePAM no
      PasswordAuthentication yes
      Subsystem sftp internal-sftp
      END
      """;

  private static final String HOST_RUNS =
      """
      exec ip netns exec "%1$s" unshare --uts --pid --fork --kill-child --mount-proc sh -c \\
        'hostname %1$s; mount --bind "%2$s/home" /home; mount --bind "%2$s/tmp" /tmp; exec /usr/sbin/sshd -D -e -f "%2$s/sshd_config"'
      """;

  private static final String HOST_DOWN =
      """
      ip netns pids "%1$s" 2> /dev/null | xargs -r kill -9 2> /dev/null
      ip netns del "%1$s" 2> /dev/null
      ip link del "v%1$s" 2> /dev/null
      rm -rf "/etc/netns/%1$s"
      """;

  private final Path folder;
  private final List<Process> hosts = new ArrayList<>();

  private OpenSshHosts(Path folder) {
    this.folder = folder;
  }

  /// @return empty if this user or this machine may not make them
  public static Optional<OpenSshHosts> tryToStart(int count) {
    try {
      // Home directories are looked into by others than root: not in the JVM's own private folder.
      var hosts =
          new OpenSshHosts(Files.createTempDirectory(Path.of("/var/tmp"), "crowdbench-hosts"));
      execute("chmod 755 " + hosts.folder);
      hosts.takeAway(count);
      execute(NETWORK_UP.formatted(BRIDGE, HERE));
      for (int number = 1; number <= count; number++) {
        hosts.start(number);
      }
      return Optional.of(hosts);
    } catch (IOException e) {
      log.info("No hosts with OpenSSH: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void start(int number) throws IOException {
    var home = home(number);
    Files.createDirectories(home);
    execute(
        HOST_UP.formatted(name(number), home, address(number), USER, "'" + PASSWORD + "'", BRIDGE));
    hosts.add(
        new ProcessBuilder("sh", "-c", HOST_RUNS.formatted(name(number), home))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("sshd.out").toFile())
            .start());
  }

  public static String address(int number) {
    return NETWORK + (10 + number);
  }

  /// As in the host's own process table, and of its network's names.
  private static String name(int number) {
    return "crowdhost" + number;
  }

  private Path home(int number) {
    return folder.resolve(name(number));
  }

  public void cut(int number) {
    executeUnchecked("ip link set v" + name(number) + " down");
  }

  public void heal(int number) {
    executeUnchecked("ip link set v" + name(number) + " up");
  }

  /// Every process of it dies at once.
  public void powerOff(int number) {
    executeUnchecked("ip netns pids " + name(number) + " | xargs -r kill -9");
  }

  @Override
  public void close() throws IOException {
    takeAway(hosts.size());
    for (var host : hosts) {
      host.destroyForcibly();
    }
    execute("rm -rf " + folder);
  }

  private void takeAway(int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      execute(HOST_DOWN.formatted(name(number)) + "true");
    }
    execute("ip link del " + BRIDGE + " 2> /dev/null; true");
  }

  private static void executeUnchecked(String script) {
    try {
      execute(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(String script) throws IOException {
    var process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
