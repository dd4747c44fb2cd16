package io.crowdbench.agent.control;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a runner ended that gave no last report, in words for people.
///
/// @param exitCode as the process gave it; 128 + n where signal n killed it
/// @param ready whether it had said before that it was ready
/// @param heap the most heap it was given, as the JVM's `-Xmx` wants it
/// @param folder its own, with its log
/// @param log the last lines of its log
record RunnerEnd(int exitCode, boolean ready, String heap, Path folder, List<String> log) {

  /// What `-XX:+ExitOnOutOfMemoryError` ends a JVM with, and what the runner does so too.
  private static final int OUT_OF_MEMORY = 3;

  private static final Pattern LACK = Pattern.compile("OutOfMemoryError(?:: (.*))?");
  private static final int TAIL_BYTES = 8_192;
  private static final int TAIL_LINES = 3;

  /// Signals by which a JVM dies of itself: what it leaves behind tells of it.
  private static final Map<Integer, String> CRASHES =
      Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 11, "SIGSEGV");

  private static final Map<Integer, String> OTHERS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 9, "SIGKILL", 13, "SIGPIPE", 15, "SIGTERM");

  /// @param log the runner's log; only its end is read, since actions may have written without end
  static RunnerEnd of(int exitCode, boolean ready, String heap, Path log) {
    var folder = log.toAbsolutePath().getParent();
    return new RunnerEnd(exitCode, ready, heap, folder == null ? log : folder, tail(log));
  }

  private static List<String> tail(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(file.length(), TAIL_BYTES)];
      file.seek(file.length() - bytes.length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of("(it can't be read: " + e.getMessage() + ")");
    }
  }

  String sentence() {
    var lack = lack();
    if (exitCode == OUT_OF_MEMORY && lack != null) {
      return lack;
    }
    if (exitCode > 128 && exitCode <= 128 + 64) {
      return killed(exitCode - 128);
    }
    if (ready) {
      return "The runner was ended from within, with exit code %d: an action, or a library of it, called System.exit or Runtime.halt. Take that call out; to end a pass, return or throw."
          .formatted(exitCode);
    }
    return "The runner ended before it was ready, with exit code %d. Its log ends: %s. Look whether this slave has the memory for the provisioner's crowdbench.agents.runner-heap (%s), and whether a set-up of the run calls System.exit."
        .formatted(exitCode, logsEnd(), heap);
  }

  private String killed(int signal) {
    var crash = CRASHES.get(signal);
    if (crash != null) {
      return "The runner's JVM crashed (signal %d, %s). Look into %s for hs_err_pid*.log; native code that actions bring along is a usual cause. Its log ends: %s."
          .formatted(signal, crash, folder, logsEnd());
    }
    var name = OTHERS.containsKey(signal) ? ", " + OTHERS.get(signal) : "";
    if (signal == 9) {
      return "The runner was killed from outside (signal 9%s), as the system does when memory runs short. Look for \"Out of memory\" in the slave's system log (dmesg); if it is there, let fewer users run on this slave or lower the provisioner's crowdbench.agents.runner-heap (%s)."
          .formatted(name, heap);
    }
    return "The runner was ended from outside (signal %d%s). Look who on this slave ends processes, and start the run again."
        .formatted(signal, name);
  }

  /// What there was too little of, as a whole sentence; null if nothing tells of a lack.
  private @Nullable String lack() {
    return log.reversed().stream()
        .map(LACK::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> lack(found.group(1)))
        .orElse(null);
  }

  private String lack(@Nullable String detail) {
    var what = detail == null ? "no details" : detail;
    if (what.contains("native thread")) {
      return "The runner could start no more threads (%s). Let actions start fewer threads and end them, or raise this slave's limits (ulimit -u, pids of the container)."
          .formatted(what);
    }
    return "The runner ran out of memory (%s): it may take %s of heap. Let actions keep less, let fewer users run on this slave, or raise the provisioner's crowdbench.agents.runner-heap."
        .formatted(what, heap);
  }

  private String logsEnd() {
    var lines = log.subList(Math.max(0, log.size() - TAIL_LINES), log.size());
    return lines.isEmpty() ? "(empty)" : String.join(" | ", lines);
  }
}
