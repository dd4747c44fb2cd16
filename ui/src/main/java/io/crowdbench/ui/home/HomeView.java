package io.crowdbench.ui.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Page;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.runs.RunList;
import io.crowdbench.ui.runs.Runs;
import io.crowdbench.ui.slaves.SlaveList;
import io.crowdbench.ui.slaves.Slaves;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is up, and what to do next.
@Route("")
@PageTitle("Crowdbench")
public class HomeView extends Div {

  private static final int LATEST = 5;

  /// How many of the latest are looked through for one that has completed.
  private static final int LOOKED_THROUGH = 50;

  private static final Duration STEP_PAUSE = Duration.ofSeconds(3);

  private final Slaves slaves;
  private final Runs runs;
  private final Groundwork groundwork;
  private final DeadLetterCount deadLetters;
  private final Feed feed;
  private final SlaveList slaveList = new SlaveList();
  private final RunList runList = new RunList();
  private final Notice notice = new Notice();
  private final Paragraph next = new Paragraph();
  private final Figure ready = new Figure("slaves-ready", "Slaves ready");
  private final Figure now = new Figure("runs-now", "Runs now");
  private final Figure ended = new Figure("runs-ended", "Runs ended");
  private final Div latest = new Div();
  private final FirstSteps steps = new FirstSteps();
  private Ground ground = Ground.NONE;

  public HomeView(
      Slaves slaves, Runs runs, Groundwork groundwork, DeadLetterCount deadLetters, Feed feed) {
    this.slaves = slaves;
    this.runs = runs;
    this.groundwork = groundwork;
    this.deadLetters = deadLetters;
    this.feed = feed;
    addClassName("page");
    next.setId("next");
    next.addClassName("lead");
    latest.setId("latest-runs");
    latest.addClassName("list");
    var figures = new Div(ready, now, ended);
    figures.addClassName("figures");
    add(new H2("Home"), notice, steps, next, figures, new H3("Latest runs"), latest);
    feed.follow(this, HomeView::wants, this::take, this::ask, this::show);
  }

  /// Heartbeats change nothing here.
  private static boolean wants(Message message) {
    return RunList.wants(message) || message instanceof SlaveEvent;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    followSteps();
  }

  /// No event tells of actions and plans: they are asked for again while the steps are shown.
  private void followSteps() {
    if (steps.isVisible()) {
      feed.askAfter(
          STEP_PAUSE,
          this,
          this::askGround,
          now -> {
            ground = now;
            show();
            followSteps();
          });
    }
  }

  private Ground askGround() {
    return new Ground(isThere(groundwork.actions()), isThere(groundwork.plans()));
  }

  /// Where nobody answers, the rest of the page says so.
  private static boolean isThere(Result<Boolean> answer) {
    return answer instanceof Result.Ok<Boolean>(var there) && there;
  }

  private State ask() {
    return new State(
        slaves.all(),
        runs.latest(LOOKED_THROUGH),
        runs.underWay(),
        askGround(),
        deadLetters.byTopic());
  }

  private void show(State state) {
    notice.clear();
    state.slaves().handle(slaveList::replace, notice::say);
    state.latest().handle(runList::replace, notice::say);
    state.underWay().handle(page -> page.entries().forEach(runList::add), notice::say);
    ground = state.ground();
    state.deadLetters().forEach((topic, count) -> notice.say(deadLetters(topic, count)));
    show();
  }

  private static String deadLetters(String topic, long count) {
    return "%s could not be read or handled and %s kept on %s.dead. The log of the service that reads %s says why."
        .formatted(
            count == 1 ? "1 message" : Format.number(count) + " messages",
            count == 1 ? "is" : "are",
            topic,
            topic);
  }

  /// What the services answered.
  private record State(
      Result<List<SlaveView>> slaves,
      Result<Page<ListedRun>> latest,
      Result<Page<ListedRun>> underWay,
      Ground ground,
      Map<String, Long> deadLetters) {}

  /// Whether there are actions and plans.
  private record Ground(boolean actions, boolean plans) {

    private static final Ground NONE = new Ground(false, false);
  }

  private void take(List<Message> messages) {
    messages.forEach(message -> {
      slaveList.take(message);
      runList.take(message);
    });
    show();
  }

  private void show() {
    var all = slaveList.slaves();
    var fit = all.stream().filter(SlaveView::ready).count();
    var list = runList.runs();
    var underWay = list.stream().filter(run -> !run.state().ended()).count();
    ready.show(Format.number(fit) + " of " + Format.number(all.size()));
    now.show(Format.number(underWay));
    ended.show(Format.number(runList.total() - underWay));
    boolean first = list.stream().noneMatch(run -> run.state() == RunState.COMPLETED);
    steps.setVisible(first);
    steps.show(new FirstSteps.Progress(all, ground.actions(), ground.plans(), list));
    next.setVisible(!first);
    next.setText(NextStep.of(all, list));
    latest.removeAll();
    list.stream().limit(LATEST).map(HomeView::line).forEach(latest::add);
  }

  private static Div line(ListedRun run) {
    var when = new Span(Format.when(run.startAt() == null ? run.createdAt() : run.startAt()));
    when.addClassName("quiet");
    var line = new Div(Badge.of(run.state()), new Anchor("runs/" + run.id(), run.name()), when);
    line.addClassName("line");
    return line;
  }
}
