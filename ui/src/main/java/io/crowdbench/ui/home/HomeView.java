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
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.base.Words;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.RunBook;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import io.crowdbench.ui.slaves.SlaveBook;
import io.crowdbench.ui.slaves.SlaveRow;
import io.crowdbench.ui.slaves.Slaves;
import java.util.List;

/// What is up, and what to do next.
@Route("")
@PageTitle("Crowdbench")
public class HomeView extends Div {

  private static final int LATEST = 5;

  private final Slaves slaves;
  private final Runs runs;
  private final SlaveBook slaveBook = new SlaveBook();
  private final RunBook runBook = new RunBook();
  private final Notice notice = new Notice();
  private final Paragraph next = new Paragraph();
  private final Figure ready = new Figure("slaves-ready", "Slaves ready");
  private final Figure now = new Figure("runs-now", "Runs now");
  private final Figure ended = new Figure("runs-ended", "Runs ended");
  private final Div latest = new Div();

  public HomeView(Slaves slaves, Runs runs, Feed feed) {
    this.slaves = slaves;
    this.runs = runs;
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
    return RunBook.wants(message) || message instanceof SlaveEvent;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    read();
  }

  private void read() {
    show(ask());
  }

  private State ask() {
    return new State(slaves.all(), runs.all());
  }

  private void show(State state) {
    notice.clear();
    state.slaves().either(slaveBook::replace, notice::say);
    state.runs().either(runBook::replace, notice::say);
    show();
  }

  /// What the services answered.
  private record State(Answer<List<SlaveRow>> slaves, Answer<List<RunRow>> runs) {}

  private void take(List<Message> messages) {
    messages.forEach(message -> {
      slaveBook.take(message);
      runBook.take(message);
    });
    show();
  }

  private void show() {
    var all = slaveBook.slaves();
    var fit = all.stream().filter(SlaveRow::ready).count();
    var list = runBook.runs();
    var over = list.stream().filter(run -> run.state().ended()).count();
    ready.show(Words.number(fit) + " of " + Words.number(all.size()));
    now.show(Words.number(list.size() - over));
    ended.show(Words.number(over));
    next.setText(NextStep.of(all, list));
    latest.removeAll();
    list.stream().limit(LATEST).map(HomeView::line).forEach(latest::add);
  }

  private static Div line(RunRow run) {
    var when = new Span(Words.when(run.startAt() == null ? run.createdAt() : run.startAt()));
    when.addClassName("quiet");
    var line =
        new Div(Badge.of(run.state()), new Anchor("runs/" + run.id(), run.plan().name()), when);
    line.addClassName("line");
    return line;
  }
}
