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
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.runs.RunList;
import io.crowdbench.ui.runs.Runs;
import io.crowdbench.ui.slaves.SlaveList;
import io.crowdbench.ui.slaves.SlaveRow;
import io.crowdbench.ui.slaves.Slaves;
import java.util.List;
import java.util.Map;

/// What is up, and what to do next.
@Route("")
@PageTitle("Crowdbench")
public class HomeView extends Div {

  private static final int LATEST = 5;

  private final Slaves slaves;
  private final Runs runs;
  private final DeadLetterCount deadLetters;
  private final SlaveList slaveList = new SlaveList();
  private final RunList runList = new RunList();
  private final Notice notice = new Notice();
  private final Paragraph next = new Paragraph();
  private final Figure ready = new Figure("slaves-ready", "Slaves ready");
  private final Figure now = new Figure("runs-now", "Runs now");
  private final Figure ended = new Figure("runs-ended", "Runs ended");
  private final Div latest = new Div();

  public HomeView(Slaves slaves, Runs runs, DeadLetterCount deadLetters, Feed feed) {
    this.slaves = slaves;
    this.runs = runs;
    this.deadLetters = deadLetters;
    addClassName("page");
    next.setId("next");
    next.addClassName("lead");
    latest.setId("latest-runs");
    latest.addClassName("list");
    var figures = new Div(ready, now, ended);
    figures.addClassName("figures");
    add(new H2("Home"), notice, next, figures, new H3("Latest runs"), latest);
    feed.follow(this, HomeView::wants, this::take, this::ask, this::show);
  }

  /// Heartbeats change nothing here.
  private static boolean wants(Message message) {
    return RunList.wants(message) || message instanceof SlaveEvent;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    read();
  }

  private void read() {
    show(ask());
  }

  private State ask() {
    return new State(slaves.all(), runs.latest(LATEST), runs.underWay(), deadLetters.byTopic());
  }

  private void show(State state) {
    notice.clear();
    state.slaves().handle(slaveList::replace, notice::say);
    state.latest().handle(runList::replace, notice::say);
    state.underWay().handle(page -> page.entries().forEach(runList::add), notice::say);
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
      Result<List<SlaveRow>> slaves,
      Result<Page<ListedRun>> latest,
      Result<Page<ListedRun>> underWay,
      Map<String, Long> deadLetters) {}

  private void take(List<Message> messages) {
    messages.forEach(message -> {
      slaveList.take(message);
      runList.take(message);
    });
    show();
  }

  private void show() {
    var all = slaveList.slaves();
    var fit = all.stream().filter(SlaveRow::ready).count();
    var list = runList.runs();
    var underWay = list.stream().filter(run -> !run.state().ended()).count();
    ready.show(Format.number(fit) + " of " + Format.number(all.size()));
    now.show(Format.number(underWay));
    ended.show(Format.number(runList.total() - underWay));
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
