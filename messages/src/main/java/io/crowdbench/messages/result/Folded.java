package io.crowdbench.messages.result;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.ResourceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines with the resources of each visit in one line behind the visit's own, for those who look at
/// what matters first.
public final class Folded {

  private record Visit(String action, String name) {}

  private Folded() {}

  /// True if any of the lines would be folded.
  public static boolean isOf(List<SeriesLine> lines) {
    return lines.stream().anyMatch(line -> line.kind() == Kind.RESOURCE);
  }

  /// The line for a visit's resources is of the kind `RESOURCE` and named by the visit and their
  /// number, such as `visit GET / > 37 resources`. It has counts and bytes, and no latency: that of
  /// all together would be no number of anything.
  public static List<SeriesLine> lines(List<SeriesLine> lines) {
    return arranged(lines, false);
  }

  /// Each resource behind its visit.
  public static List<SeriesLine> unfolded(List<SeriesLine> lines) {
    return arranged(lines, true);
  }

  private static List<SeriesLine> arranged(List<SeriesLine> lines, boolean each) {
    var resources = new LinkedHashMap<Visit, List<SeriesLine>>();
    for (var line : lines) {
      if (line.kind() == Kind.RESOURCE) {
        var visit = new Visit(line.action(), ResourceName.visit(line.name()));
        resources.computeIfAbsent(visit, _ -> new ArrayList<>()).add(line);
      }
    }
    var all = new ArrayList<SeriesLine>();
    for (var line : lines) {
      if (line.kind() != Kind.RESOURCE) {
        all.add(line);
        if (line.kind() == Kind.GROUP) {
          add(all, resources.remove(new Visit(line.action(), line.name())), each);
        }
      }
    }
    // Of visits that nothing is known of yet.
    resources.values().forEach(rest -> add(all, rest, each));
    return all;
  }

  private static void add(List<SeriesLine> all, @Nullable List<SeriesLine> some, boolean each) {
    if (some != null && each) {
      all.addAll(some);
    } else if (some != null) {
      all.add(sum(some));
    }
  }

  private static SeriesLine sum(List<SeriesLine> some) {
    var counts = OutcomeCounts.NONE;
    long sent = 0;
    long received = 0;
    for (var line : some) {
      counts = counts.plus(line.counts());
      sent += line.bytesSent();
      received += line.bytesReceived();
    }
    var first = some.getFirst();
    var number = some.size() == 1 ? "1 resource" : some.size() + " resources";
    return new SeriesLine(
        Kind.RESOURCE,
        first.action(),
        ResourceName.of(ResourceName.visit(first.name()), number),
        counts,
        sent,
        received,
        null,
        null);
  }
}
