package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.feed.Refresh;
import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.runs.Runs;
import io.crowdbench.ui.slaves.SlaveControls;
import io.crowdbench.ui.slaves.SlaveList;
import io.crowdbench.ui.slaves.SlaveTask;
import io.crowdbench.ui.slaves.SlaveWords;
import io.crowdbench.ui.slaves.Slaves;
import io.crowdbench.ui.slaves.define.EditDialog;
import io.crowdbench.ui.slaves.remedy.HostKeyNotice;
import io.crowdbench.ui.slaves.remedy.RemedyButtons;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One slave: what it is, how it is, what is wrong with it, and all that can be done with it.
@Route("slaves/:slave")
@PageTitle("Slave · Crowdbench")
public class OneSlaveView extends Div implements BeforeEnterObserver {

  private final Slaves slaves;
  private final Runs runs;
  private final Feed feed;
  private final SlaveList book = new SlaveList();
  private final Notice notice = new Notice();
  private final H2 title = new H2();
  private final Div stage = new Div();
  private final Div labels = new Div();
  private final Anchor carrying = new Anchor();
  private final HostKeyNotice hostKey;
  private final Notice problems = new Notice();
  private final Div remedies = new Div();
  private final SlaveControls controls;
  private final SlaveFacts facts = new SlaveFacts();
  private final Span checkedAt = new Span();
  private final CheckTable checks = new CheckTable();
  private final HealthCharts health = new HealthCharts();
  private final LogOfSlave log;
  private final CarriedRuns carried = new CarriedRuns();
  private final Div known = new Div();
  private final Refresh<SlaveView> refresh;
  private @Nullable RemedyButtons buttons;
  private @Nullable SlaveView shown;
  private String id = "";

  public OneSlaveView(Slaves slaves, Runs runs, Feed feed) {
    this.slaves = slaves;
    this.runs = runs;
    this.feed = feed;
    refresh = new Refresh<>(this, feed, Duration.ofMillis(500), of -> of.equals(id), this::know);
    hostKey = new HostKeyNotice(slaves, this::know, notice::say);
    controls = new SlaveControls(this, slaves, feed, notice, this::carriesARun, this::done);
    log = new LogOfSlave(this, slaves, feed);
    addClassName("page");
    stage.setId("slave-stage");
    problems.setId("problems");
    carrying.setId("carrying");
    carrying.setText("carries a run");
    var edit = new Button("Edit …", _ -> edit());
    edit.setId("edit-slave");
    controls.addComponentAsFirst(edit);
    var back = new Anchor("slaves", "All slaves");
    back.addClassName("push-right");
    var head = new Div(title, stage, labels, carrying, back);
    head.addClassName("head");
    checkedAt.addClassNames("quiet", "above-table");
    known.add(head, hostKey, problems, remedies, controls, facts, new H3("Checks"), checkedAt);
    known.add(checks, new H3("Health"), health, new H3("Log"), log, new H3("Runs it carried"));
    known.add(carried);
    known.setVisible(false);
    add(notice, known);
    feed.follow(this, this::wants, this::take, this::ask, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    open(event.getRouteParameters().get("slave").orElse(""));
  }

  void open(String slave) {
    id = slave;
  }

  private Result<SlaveView> ask() {
    return slaves.one(id);
  }

  private boolean wants(Message message) {
    return switch (message) {
      case SlaveEvent event -> event.slave().id().equals(id);
      case AgentHeartbeat heartbeat -> heartbeat.slave().equals(id);
      default -> false;
    };
  }

  private void show(Result<SlaveView> answer) {
    notice.clear();
    answer.handle(
        slave -> {
          know(slave);
          feed.askAfter(
              Duration.ZERO, this, () -> CarriedRuns.of(slave.name(), runs), this::showRuns);
        },
        notice::say);
  }

  private void showRuns(Result<List<ListedRun>> found) {
    found.handle(
        list -> {
          carried.show(list);
          log.offer(list);
        },
        notice::say);
  }

  private void know(SlaveView slave) {
    book.put(slave);
    show();
  }

  private void take(List<Message> messages) {
    messages.forEach(book::take);
    health.take(
        messages.stream()
            .filter(AgentHeartbeat.class::isInstance)
            .map(AgentHeartbeat.class::cast)
            .toList());
    if (messages.stream().anyMatch(SlaveRemoved.class::isInstance)) {
      gone();
    } else if (messages.stream().anyMatch(SlaveEvent.class::isInstance)) {
      // Events tell the stage, not what was found.
      refresh.soon(id, this::ask);
    }
    show();
  }

  private void gone() {
    known.setVisible(false);
    notice.clear();
    notice.say("This slave has been removed.");
  }

  private void show() {
    book.slaves().stream().findFirst().ifPresent(this::show);
  }

  private void show(SlaveView slave) {
    facts.show(slave, heard());
    var run = book.heartbeat(id).map(AgentHeartbeat::run).orElse(null);
    carrying.setVisible(run != null);
    carrying.setHref("runs/" + run);
    // A heartbeat a second must not take away what somebody is reading, or have it read aloud
    // again.
    if (!slave.equals(shown)) {
      shown = slave;
      showChanged(slave);
    }
  }

  private void showChanged(SlaveView slave) {
    known.setVisible(true);
    title.setText(slave.name());
    stage.removeAll();
    stage.add(Badge.of(slave.stage()));
    labels.removeAll();
    labels.add(SlaveWords.labels(slave.labels()));
    hostKey.show(slave);
    problems.clear();
    slave.problems().forEach(problems::say);
    if (buttons == null) {
      buttons = new RemedyButtons(slave, slaves, this::know, notice::say);
      remedies.add(buttons);
    }
    buttons.show(slave);
    // That notice has its own.
    remedies.setVisible(slave.newHostKey() == null);
    controls.show(List.of(slave));
    checkedAt.setText(slave.checkedAt() == null ? "" : "Checked " + Format.when(slave.checkedAt()));
    checks.show(slave.checks());
    log.show(slave);
  }

  private @Nullable Instant heard() {
    return book.heartbeat(id).map(AgentHeartbeat::at).orElse(null);
  }

  private boolean carriesARun(String slave) {
    return book.heartbeat(slave).filter(it -> it.run() != null).isPresent();
  }

  private void edit() {
    book.slaves().stream()
        .findFirst()
        .ifPresent(slave -> new EditDialog(slave, slaves, this::know).open());
  }

  private void done(SlaveTask task) {
    if (task != SlaveTask.REMOVE) {
      refresh.soon(id, this::ask);
    }
  }
}
