package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.Result;
import io.crowdbench.api.RunLine;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.runs.Runs;
import java.util.ArrayList;
import java.util.List;

/// The latest runs that the slave had a part in.
final class CarriedRuns extends Div {

  /// How many of the latest are looked through.
  private static final int LATEST = 50;

  CarriedRuns() {
    setId("carried-runs");
    addClassName("list");
  }

  /// Takes a while, since lists name only the first slaves of a run: not to be called on a page's
  /// turn.
  ///
  /// @param name the slave's
  static Result<List<ListedRun>> of(String name, Runs runs) {
    return runs.latest(LATEST)
        .map(page -> page.entries().stream().filter(run -> carried(run, name, runs)).toList());
  }

  private static boolean carried(ListedRun run, String name, Runs runs) {
    if (run.firstSlaves().contains(name) || run.slaveCount() <= RunLine.MAX_NAMED) {
      return run.firstSlaves().contains(name);
    }
    var slaves = new ArrayList<String>();
    runs.one(run.id())
        .handle(whole -> whole.plan().slaves().forEach(slave -> slaves.add(slave.name())), _ -> {});
    return slaves.contains(name);
  }

  void show(List<ListedRun> runs) {
    removeAll();
    runs.forEach(run -> add(line(run)));
    if (runs.isEmpty()) {
      var none = new Span("None of the latest %d runs.".formatted(LATEST));
      none.addClassName("quiet");
      add(none);
    }
  }

  private static Div line(ListedRun run) {
    var when = new Span(Format.when(run.startAt() == null ? run.createdAt() : run.startAt()));
    when.addClassName("quiet");
    var line = new Div(Badge.of(run.state()), new Anchor("runs/" + run.id(), run.name()), when);
    line.addClassName("line");
    return line;
  }
}
