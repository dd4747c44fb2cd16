package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.messages.result.ErrorsGrouped;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.ResultsChecked;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run: its history over HTTP when the page opens, from then on live. It shows percentiles as
/// they come and works out none.
@Route("runs/:run")
@PageTitle("Run · Crowdbench")
public class MonitorView extends Div implements BeforeEnterObserver {

  private final Runs runs;
  private final Results results;
  private final Notice notice = new Notice();
  private final RunHead head = new RunHead(this::pick);
  private final RunControls controls;
  private final ChangeLines changes = new ChangeLines();
  private final Figures figures = new Figures();
  private final Charts charts = new Charts();
  private final LineTable lines = new LineTable();
  private final ErrorTable errors = new ErrorTable(this::slaveName, this::openFailures);
  private final LogPane log = new LogPane();
  private final ProofLine proof = new ProofLine();
  private final OverloadLine strains = new OverloadLine(this::slaveName);
  private final Seconds seconds = new Seconds();
  private final SummaryRefresh refresh;
  private String id = "";
  private String slave = Result.ALL_SLAVES;
  private @Nullable RunRow run;

  public MonitorView(Runs runs, Results results, Feed feed) {
    this.runs = runs;
    this.results = results;
    refresh = new SummaryRefresh(this, feed, results, this::showSummary);
    controls = new RunControls(runs, this::know, notice);
    addClassName("page");
    var logTitle = new H3("Debug log");
    add(notice, head, controls, changes, proof, strains, figures, charts);
    add(new H3("Actions and operations"), lines, new H3("Errors"), errors, logTitle, log);
    feed.follow(this, this::wants, this::take, this::read);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    open(event.getRouteParameters().get("run").orElse(""));
  }

  void open(String run) {
    id = run;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    read();
  }

  private boolean wants(Message message) {
    return switch (message) {
      case Result result -> result.run().equals(id);
      case RunEvent event -> event.run().equals(id);
      case DebugMessage line -> line.run().equals(id);
      default -> false;
    };
  }

  /// Everything there is of the run so far.
  private void read() {
    notice.clear();
    runs.one(id)
        .either(
            found -> {
              run = found;
              head.name(found, slave);
            },
            notice::say);
    runs.events(id).either(this::showChanges, notice::say);
    results
        .lastLogs(id, LogPane.MOST_SHOWN)
        .either(
            page -> log.replace(page.lines().stream().map(Results.Logged::line).toList()),
            notice::say);
    results.proof(id).either(this::showProof, notice::say);
    results.strains(id).either(strains::show, notice::say);
    readOfSlave();
  }

  private void know(RunRow now) {
    run = now;
    showFigures();
  }

  private void showChanges(List<RunEvent> events) {
    var found = new ArrayList<RunChanged>();
    for (var event : events) {
      if (event instanceof RunChanged change) {
        found.add(change);
      }
    }
    if (!found.isEmpty()) {
      changes.add(found, run == null ? null : run.startAt());
    }
  }

  /// What there is of the slave that is looked at, or of all.
  private void readOfSlave() {
    seconds.clear();
    results.errors(id, slave).either(errors::show, notice::say);
    results.seconds(id, slave).either(all -> all.forEach(seconds::put), notice::say);
    results.summary(id, slave).either(this::showSummary, notice::say);
    charts.replace(seconds.all());
    showFigures();
  }

  private void pick(String picked) {
    slave = picked;
    readOfSlave();
  }

  private void take(List<Message> messages) {
    var changed = new ArrayList<Point>();
    var logged = new ArrayList<DebugLine>();
    for (var message : messages) {
      switch (message) {
        case SecondMerged second when second.slave().equals(slave) ->
            changed.add(seconds.put(second));
        case ErrorsGrouped grouped -> showErrors(grouped.groups());
        case GeneratorOverloaded strained -> strains.show(strained.groups());
        case ResultsChecked proven ->
            proof.show(proven.counted(), proven.stored(), proven.problems());
        case RunEvent event -> {
          run = run == null ? null : run.after(event);
          showChanges(List.of(event));
        }
        case DebugLine line -> logged.add(line);
        default -> {
          // Another slave's second.
        }
      }
    }
    log.merge(logged);
    if (!changed.isEmpty()) {
      charts.merge(changed);
      refresh.soon(id, slave);
    }
    showFigures();
  }

  private void showFigures() {
    if (run != null) {
      head.show(run);
      controls.show(run);
    }
    if (run != null && run.state().ended()) {
      figures.showEnded(seconds, lines.overall());
    } else {
      figures.showLive(seconds);
    }
  }

  private void showSummary(Results.Summary summary) {
    lines.show(summary.lines());
    showFigures();
  }

  /// @param all those of all slaves together, and of each
  private void showErrors(List<ErrorGroup> all) {
    errors.show(all.stream().filter(group -> group.slave().equals(slave)).toList());
  }

  private void openFailures(ErrorGroup group) {
    results
        .failures(id, group)
        .either(
            examples -> new FailureDialog(group.message(), examples, this::slaveName).open(),
            notice::say);
  }

  private void showProof(Results.Proof known) {
    if (known.ended() || (run != null && run.state().ended() && run.startAt() != null)) {
      proof.show(known.counted(), known.stored(), known.problems());
    }
  }

  private String slaveName(String slave) {
    return run == null
        ? slave
        : run.plan().slaves().stream()
            .filter(it -> it.id().equals(slave))
            .map(RunSlave::name)
            .findFirst()
            .orElse(slave);
  }
}
