package io.crowdbench.provisioner.deploy;

import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;

/// The agent's process on one slave, handled through a shell there.
///
/// Process ids are used again, so the one in `agent.pid` counts only while its command line has our
/// folder in it.
final class AgentProcess {

  private static final String MAIN_CLASS = "io.crowdbench.agent.AgentMain";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String LOOK =
      """
      folder=%s
      pid=$(cat "$folder/agent.pid" 2> /dev/null)
      ours() {
        [ -n "$pid" ] || return 1
        if [ -r "/proc/$pid/cmdline" ]; then line=$(tr '\\0' ' ' < "/proc/$pid/cmdline")
        else line=$(ps -p "$pid" -o args= 2> /dev/null); fi
        case "$line" in *"$folder/"*) return 0 ;; *) return 1 ;; esac
      }
      """;

  /// Asks it to end, waits ten seconds, then kills it.
  private static final String STOP =
      """
      if ours; then
        kill -TERM "$pid"
        i=0
        while ours && [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
        if ours; then kill -KILL "$pid"; fi
        i=0
        while ours && [ $i -lt 20 ]; do sleep 0.1; i=$((i + 1)); done
        if ours; then echo "process $pid does not end"; exit 1; fi
      fi
      rm -f "$folder/agent.pid"
      """;

  private final SshHost host;
  private final String folder;

  AgentProcess(SshHost host, String folder) {
    this.host = host;
    this.folder = folder;
  }

  /// Ends it; one that does not run is well.
  void stop() throws IOException {
    run(STOP, "the agent could not be stopped");
  }

  void start(Installed installed) throws IOException {
    var script =
        """
        cd "$folder" || exit 1
        umask 077
        nohup %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx48m -Xss512k -cp %s %s "$folder/agent.properties" > "$folder/agent.log" 2>&1 < /dev/null &
        echo $! > "$folder/agent.pid"
        """
            .formatted(
                Shell.quote(installed.java()), Shell.quote(installed.classPath()), MAIN_CLASS);
    run(script, "the agent could not be started");
  }

  boolean runs() throws IOException {
    return host.run(LOOK.formatted(Shell.quote(folder)) + "ours", LIMIT).ok();
  }

  /// The end of its log, for people: the first lines of a stack trace would say less.
  String lastWords() throws IOException {
    var log = host.run("tail -n 2 " + Shell.quote(folder + "/agent.log"), LIMIT).out().strip();
    return log.length() > 2000 ? log.substring(log.length() - 2000) : log;
  }

  private void run(String script, String failure) throws IOException {
    var done = host.run(LOOK.formatted(Shell.quote(folder)) + script, LIMIT);
    if (!done.ok()) {
      throw new IOException(failure + ": " + done.out().strip());
    }
  }
}
