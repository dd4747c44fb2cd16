package io.crowdbench.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// `crowdbench up` and `crowdbench demo` as a person starts them, and what the stack and its two
/// slaves hold of memory in a run. Each round takes both commands of this checkout and, if there is
/// one to compare with, of the other, by turns; the first round of each is left out, since it
/// archives the classes for the later ones.
public final class StartBench {

  private final Path home;
  private final @Nullable Path before;
  private final Path folder;

  /// @param home of this checkout
  /// @param before another checkout, built, to compare with
  public StartBench(Path home, @Nullable Path before, Path folder) {
    this.home = home;
    this.before = before;
    this.folder = folder;
  }

  /// Returns the table.
  public String run(int rounds) throws IOException, InterruptedException {
    var ours = new ArrayList<FirstMinute>();
    var theirs = new ArrayList<FirstMinute>();
    for (int round = 0; round <= rounds; round++) {
      var mine = FirstMinute.measure(home, folder.resolve("this-" + round));
      System.out.println("  this checkout: " + mine);
      ours.add(mine);
      if (before != null) {
        var other = FirstMinute.measure(before, folder.resolve("before-" + round));
        System.out.println("  the other: " + other);
        theirs.add(other);
      }
    }
    return """
    | | median | slowest of %d | to the other checkout |
    |---|---|---|---|
    %s%s%s%s%s\
    """
        .formatted(
            rounds,
            row("`up`, seconds", ours, theirs, FirstMinute::up),
            row("`up`, CPU seconds", ours, theirs, FirstMinute::upCpu),
            row("`demo`, seconds to its first second", ours, theirs, FirstMinute::firstSecond),
            row("`demo`, CPU seconds to its first second", ours, theirs, FirstMinute::demoCpu),
            row("memory in its run, MB", ours, theirs, FirstMinute::megabytes));
  }

  private static String row(
      String name,
      List<FirstMinute> ours,
      List<FirstMinute> theirs,
      ToDoubleFunction<FirstMinute> value) {
    var mine = warm(ours, value);
    var other = theirs.isEmpty() ? List.<Double>of() : warm(theirs, value);
    return "| %s | **%.1f** | %.1f | %s |%n"
        .formatted(
            name,
            median(mine),
            mine.getLast(),
            other.isEmpty() ? "" : "× %.2f".formatted(median(mine) / median(other)));
  }

  /// Sorted, without the first round.
  private static List<Double> warm(List<FirstMinute> all, ToDoubleFunction<FirstMinute> value) {
    return all.stream().skip(1).mapToDouble(value).sorted().boxed().toList();
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
