package io.crowdbench.cli;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Something that is done on several slaves side by side, and waited for.
///
/// @param each what is printed of a slave that has come to an end, beside its stage and problems
record SlaveJobs(ServerOption server, PrintWriter out, BiConsumer<SlaveView, PrintWriter> each) {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /// Stages in which nothing is under way.
  private static final Set<SlaveStage> SETTLED =
      EnumSet.of(
          SlaveStage.REGISTERED,
          SlaveStage.READY,
          SlaveStage.UNUSABLE,
          SlaveStage.CHECKED,
          SlaveStage.STOPPED,
          SlaveStage.LOST);

  /// A stop is begun without a stage of its own.
  private static final Set<SlaveStage> ENDED = EnumSet.of(SlaveStage.STOPPED, SlaveStage.UNUSABLE);

  SlaveJobs(ServerOption server, PrintWriter out) {
    this(server, out, (_, _) -> {});
  }

  /// Begins it on each, then waits until it has come to an end on all.
  ///
  /// @return 0 if all are as they should be
  int run(List<SlaveView> slaves, Function<String, Result<Boolean>> begin, SlaveStage goal)
      throws InterruptedException {
    var good = true;
    var refused = new HashSet<String>();
    for (var slave : slaves) {
      if (begin.apply(slave.id()) instanceof Result.Failed<Boolean> failed) {
        print(slave.name() + ": not begun", failed.problems());
        refused.add(slave.id());
        good = false;
      }
    }
    for (var slave : slaves) {
      if (!refused.contains(slave.id())) {
        good &= hasCome(slave, goal);
      }
    }
    out.flush();
    return good ? 0 : 1;
  }

  private boolean hasCome(SlaveView slave, SlaveStage goal) throws InterruptedException {
    var ended =
        Polling.until(
            () -> server.slaves().one(slave.id()).orThrow(),
            now -> (goal == SlaveStage.STOPPED ? ENDED : SETTLED).contains(now.stage()),
            TIMEOUT,
            "slave " + slave.name());
    print(ended.name() + ": " + word(ended.stage()), ended.problems());
    each.accept(ended, out);
    return ended.stage() == goal || (ended.ready() && ended.problems().isEmpty());
  }

  private void print(String heading, List<String> problems) {
    out.println(heading);
    problems.forEach(problem -> out.println("  " + problem));
  }

  static String word(SlaveStage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
