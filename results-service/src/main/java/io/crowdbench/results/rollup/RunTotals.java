package io.crowdbench.results.rollup;

import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SeriesLine;
import java.util.List;
import org.springframework.stereotype.Component;

/// The whole run in lines, for the summary.
@Component
public class RunTotals {

  private final Totals totals;

  RunTotals(Totals totals) {
    this.totals = totals;
  }

  /// @param slave id of one slave, or [Result#ALL_SLAVES]
  public List<SeriesLine> lines(String run, String slave) {
    var merge = new LineMerge();
    totals.of(run).stream()
        .filter(row -> slave.equals(Result.ALL_SLAVES) || row.slave().equals(slave))
        .forEach(merge::add);
    return merge.lines();
  }
}
