package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.CompletenessView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.messages.result.ErrorsGrouped;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.ResultsChecked;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.feed.Refresh;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import java.time.Duration;
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
  private final CourseLines course = new CourseLines();
  private final Figures figures = new Figures();
  private final Charts charts = new Charts();
  private final LineTable lines = new LineTable();
  private final Checkbox resources = new Checkbox("Show each resource of visits");
  private final ErrorTable errors = new ErrorTable(this::slaveName, this::openFailures);
  private final LogPane log = new LogPane();
  private final CompletenessLine completeness = new CompletenessLine();
  private final OverloadLine overload = new OverloadLine(this::slaveName);
  private final Seconds seconds = new Seconds();
  private final Refresh<Results.Summary> summary;
  private final Refresh<List<Point>> history;
  private final Refresh<List<Point>> ofSlave;
  private final Refresh<List<ErrorGroup>> errorsOfSlave;
  private String id = "";
  private String slave = Result.ALL_SLAVES;
  private @Nullable RunRow run;

  public MonitorView(Runs runs, Results results, Feed feed) {
    this.runs = runs;
    this.results = results;
    summary = new Refresh<>(this, feed, Duration.ofSeconds(2), this::isShown, this::showSummary);
    history = new Refresh<>(this, feed, Duration.ofSeconds(1), this::isShown, this::showHistory);
    ofSlave = new Refresh<>(this, feed, Duration.ofMillis(700), this::isShown, this::addPoints);
    errorsOfSlave = new Refresh<>(this, feed, Duration.ofSeconds(1), this::isShown, errors::show);
    controls = new RunControls(runs, this::know, notice);
    addClassName("page");
    var logTitle = new H3("Debug log");
    add(notice, head, controls, course, completeness, overload, figures, charts);
    resources.setVisible(false);
    resources.addValueChangeListener(change -> lines.unfold(change.getValue()));
    add(
        new H3("Actions and operations"),
        resources,
        lines,
        new H3("Errors"),
        errors,
        logTitle,
        log);
    feed.follow(this, this::wants, this::take, this::ask, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    open(event.getRouteParameters().get("run").orElse(""));
  }

  void open(String run) {
    id = run;
  }

  private boolean wants(Message message) {
    return switch (message) {
      case Result result -> result.run().equals(id);
      case RunEvent event -> event.run().equals(id);
      case DebugMessage line -> line.run().equals(id);
      default -> false;
    };
  }

  private boolean isShown(String of) {
    return of.equals(slave);
  }

  private History ask() {
    return History.ask(runs, results, id, slave);
  }

  /// Everything there is of the run so far.
  private void show(History known) {
    notice.clear();
    known
        .run()
        .handle(
            found -> {
              run = found;
              head.name(found, slave);
            },
            notice::say);
    known.events().handle(this::showCourse, notice::say);
    known.log().handle(page -> log.replace(History.lines(page)), notice::say);
    known.completeness().handle(this::showCompleteness, notice::say);
    known.overload().handle(overload::show, notice::say);
    show(known.ofSlave());
  }

  private void know(RunRow now) {
    run = now;
    showFigures();
  }

  private void showCourse(List<RunEvent> events) {
    course.add(events, run == null ? null : run.startAt());
  }

  /// What there is of the slave that is looked at, or of all.
  private void show(History.OfSlave known) {
    if (known.slave().equals(slave)) {
      known.errors().handle(errors::show, notice::say);
      known.points().handle(this::showHistory, notice::say);
      known.summary().handle(this::showSummary, notice::say);
    }
    showFigures();
  }

  private void showHistory(List<Point> points) {
    seconds.replace(points);
    charts.replace(seconds.all());
    showFigures();
  }

  private void pick(String picked) {
    slave = picked;
    seconds.clear();
    charts.replace(seconds.all());
    show(History.OfSlave.ask(results, id, slave));
  }

  private void take(List<Message> messages) {
    var merged = new ArrayList<SecondMerged>();
    var logged = new ArrayList<DebugLine>();
    for (var message : messages) {
      switch (message) {
        case SecondMerged second when second.slave().equals(Result.ALL_SLAVES) ->
            merged.add(second);
        case ErrorsGrouped grouped -> showErrors(grouped.groups());
        case GeneratorOverloaded overloaded -> overload.show(overloaded.groups());
        case ResultsChecked checked ->
            completeness.show(checked.counted(), checked.stored(), checked.problems());
        case RunEvent event -> {
          run = run == null ? null : run.after(event);
          showCourse(List.of(event));
        }
        case DebugLine line -> logged.add(line);
        default -> {
          // Nothing that is shown here.
        }
      }
    }
    log.merge(logged);
    if (!merged.isEmpty()) {
      takeSeconds(merged);
    }
    showFigures();
  }

  /// Only those of all slaves together come live; one slave's own are asked for when they do.
  private void takeSeconds(List<SecondMerged> merged) {
    var of = slave;
    if (of.equals(Result.ALL_SLAVES)) {
      addPoints(merged.stream().map(Point::of).toList());
    } else {
      // A late record may have changed the one or two before.
      int from = seconds.last().map(last -> Math.max(0, last.second() - 2)).orElse(0);
      ofSlave.soon(of, () -> results.points(id, of, from));
    }
    summary.soon(of, () -> results.summary(id, of));
  }

  private void addPoints(List<Point> points) {
    var changed = new ArrayList<Point>();
    for (var point : points) {
      var held = seconds.put(point);
      if (held != null) {
        changed.add(held);
      }
    }
    charts.merge(changed);
    if (seconds.isTooLong()) {
      var of = slave;
      history.soon(of, () -> results.points(id, of, 0));
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
    resources.setVisible(lines.hasResources());
    showFigures();
  }

  /// @param all those of all slaves together
  private void showErrors(List<ErrorGroup> all) {
    var of = slave;
    if (of.equals(Result.ALL_SLAVES)) {
      errors.show(all);
    } else {
      errorsOfSlave.soon(of, () -> results.errors(id, of));
    }
  }

  private void openFailures(ErrorGroup group) {
    results
        .failures(id, group)
        .handle(
            examples -> new FailureDialog(group.message(), examples, this::slaveName).open(),
            notice::say);
  }

  private void showCompleteness(CompletenessView known) {
    if (known.ended() || (run != null && run.state().ended() && run.startAt() != null)) {
      completeness.show(known.counted(), known.stored(), known.problems());
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
