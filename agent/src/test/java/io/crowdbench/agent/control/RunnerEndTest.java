package io.crowdbench.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerEndTest {

  private static final Path FOLDER = Path.of("/opt/crowdbench/runs/7");

  @Test
  void tellsOfAFullHeapAndItsSetting() {
    assertThat(sentence(3, true, "Terminating due to java.lang.OutOfMemoryError: Java heap space"))
        .isEqualTo(
            "The runner ran out of memory (Java heap space): it may take 512m of heap. Let actions"
                + " keep less, let fewer users run on this slave, or raise the provisioner's crowdbench.agents.runner-heap.");
  }

  @Test
  void tellsOfTooManyThreads() {
    assertThat(
            sentence(
                3,
                true,
                "In thread \"Buy\": java.lang.OutOfMemoryError: unable to create native thread:"
                    + " possibly out of memory or process/resource limits reached"))
        .startsWith("The runner could start no more threads (unable to create native thread:")
        .endsWith("raise this slave's limits (ulimit -u, pids of the container).");
  }

  @Test
  void tellsOfAnActionThatExits() {
    var sentence =
        "The runner was ended from within, with exit code %d: an action, or a library of it,"
            + " called System.exit or Runtime.halt. Take that call out; to end a pass, return or"
            + " throw.";
    assertThat(sentence(7, true, "something else")).isEqualTo(sentence.formatted(7));
    // The code of a full heap, but nothing tells of one.
    assertThat(sentence(3, true, "bye")).isEqualTo(sentence.formatted(3));
    assertThat(sentence(0, true)).isEqualTo(sentence.formatted(0));
  }

  @Test
  void tellsWhoMayHaveKilledIt() {
    assertThat(sentence(137, true, "something"))
        .isEqualTo(
            "The runner was killed from outside (signal 9, SIGKILL), as the system does when"
                + " memory runs short. Look for \"Out of memory\" in the slave's system log"
                + " (dmesg); if it is there, let fewer users run on this slave or lower"
                + " the provisioner's crowdbench.agents.runner-heap (512m).");
    assertThat(sentence(143, true))
        .isEqualTo(
            "The runner was ended from outside (signal 15, SIGTERM). Look who on this slave ends"
                + " processes, and start the run again.");
    assertThat(sentence(128 + 31, true)).contains("(signal 31)");
  }

  @Test
  void tellsWhereACrashLeftItsTraces() {
    assertThat(sentence(134, true, "#", "# A fatal error", "# core dumped", "Aborted"))
        .isEqualTo(
            "The runner's JVM crashed (signal 6, SIGABRT). Look into /opt/crowdbench/runs/7 for"
                + " hs_err_pid*.log; native code that actions bring along is a usual cause. Its"
                + " log ends: # A fatal error | # core dumped | Aborted.");
  }

  @Test
  void tellsOfARunnerThatNeverGotReady() {
    assertThat(sentence(1, false, "Could not reserve enough space for 104856551424 KB object heap"))
        .isEqualTo(
            "The runner ended before it was ready, with exit code 1. Its log ends: Could not"
                + " reserve enough space for 104856551424 KB object heap. Look whether this slave"
                + " has the memory for the provisioner's crowdbench.agents.runner-heap (512m), and whether a set-up of the run calls"
                + " System.exit.");
    assertThat(sentence(1, false)).contains("Its log ends: (empty).");
  }

  @Test
  void readsOnlyTheEndOfALogWithoutEnd(@TempDir Path folder) throws IOException {
    var log = folder.resolve("runner.log");
    Files.writeString(log, "a line that actions wrote\n".repeat(100_000) + "the last one\n");

    var end = RunnerEnd.of(1, false, "512m", log);

    assertThat(end.log()).hasSizeLessThan(1_000).endsWith("the last one");
    assertThat(end.folder()).isEqualTo(folder);
    assertThat(RunnerEnd.of(1, false, "512m", folder.resolve("none")).sentence())
        .contains("it can't be read");
  }

  private static String sentence(int code, boolean ready, String... log) {
    return new RunnerEnd(code, ready, "512m", FOLDER, List.of(log)).sentence();
  }
}
