package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Confirm;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.slaves.Slaves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Defines slaves, many at once. What is registered leaves the form; what is refused stays, with
/// the reason beside it and all that was typed.
@Route("slaves/new")
public class AddSlavesView extends Div implements BeforeLeaveObserver, HasDynamicTitle {

  private final Slaves slaves;
  private final Feed feed;
  private final Notice notice = new Notice();
  private final SharedLogin shared;
  private final Div rows = new Div();
  private final Checkbox deploy = new Checkbox("Check and install at once", true);
  private final Button submit = new Button();
  private final Span progress = new Span();
  private int made;

  public AddSlavesView(Slaves slaves, Feed feed) {
    this.slaves = slaves;
    this.feed = feed;
    shared = new SharedLogin(this::shareLogin);
    addClassName("page");
    rows.setId("rows");
    rows.addClassName("slave-rows");
    deploy.setId("deploy-at-once");
    progress.setId("progress");
    progress.addClassName("quiet");
    progress.getElement().setAttribute("role", "status");
    submit.setId("submit");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.addClickListener(_ -> submit());
    var another = new Button("Another row", _ -> addRow().focus());
    another.setId("another-row");
    var paste = new Button("Paste or import …", _ -> new ImportDialog(slaves, this::fillIn).open());
    paste.setId("paste");
    var more = new Div(another, paste);
    more.addClassName("controls");
    var end = new Div(deploy, submit, progress);
    end.addClassNames("controls", "middle", "form-end");
    add(new H2("Add slaves"), lead(), notice, shared, rows, more, end);
    addRow();
  }

  private static Paragraph lead() {
    var lead =
        new Paragraph(
            "A slave is a Linux machine that can be reached over SSH; nothing has to be installed on it. Passwords and keys are encrypted where they are kept, and are never shown again.");
    lead.addClassName("words");
    return lead;
  }

  @Override
  public String getPageTitle() {
    return "Add slaves · Crowdbench";
  }

  private SlaveFields addRow() {
    var row = new SlaveFields(++made, this::cloneRow, this::removeRow);
    row.loginElsewhere(shared.used());
    rows.add(row);
    count();
    return row;
  }

  private void cloneRow(SlaveFields row) {
    var clone = addRow();
    clone.show(row.copy());
    rows.remove(clone);
    rows.addComponentAtIndex(rows.indexOf(row) + 1, clone);
    clone.focus();
  }

  private void removeRow(SlaveFields row) {
    rows.remove(row);
    if (rows().isEmpty()) {
      addRow();
    }
    count();
  }

  /// A row that nobody has typed into makes way.
  private void fillIn(List<SlaveRegistration> read) {
    rows().stream().filter(SlaveFields::blank).forEach(rows::remove);
    read.forEach(slave -> addRow().show(slave));
  }

  private List<SlaveFields> rows() {
    return rows.getChildren().map(SlaveFields.class::cast).toList();
  }

  private void shareLogin(boolean used) {
    rows().forEach(row -> row.loginElsewhere(used));
  }

  private void count() {
    int count = rows().size();
    submit.setText(count == 1 ? "Add the slave" : "Add " + Format.number(count) + " slaves");
  }

  private void submit() {
    notice.clear();
    rows().forEach(row -> row.say(row.problems()));
    var filled = rows().stream().filter(row -> !row.blank()).toList();
    if (filled.isEmpty()) {
      notice.say("There is nothing to add yet: give at least a host and a login, or paste a list.");
      return;
    }
    if (filled.stream().anyMatch(row -> !row.problems().isEmpty())) {
      return;
    }
    var entries =
        filled.stream()
            .map(row -> new Entry(row, row.registration(shared.used() ? shared : null)))
            .toList();
    boolean alsoDeploy = deploy.getValue();
    working(true);
    feed.askAfter(Duration.ZERO, this, () -> register(entries, alsoDeploy), this::show);
  }

  private void working(boolean working) {
    submit.setEnabled(!working);
    rows.setEnabled(!working);
    progress.setText(working ? "Adding them …" : "");
  }

  /// Away from the page.
  private List<Answer> register(List<Entry> entries, boolean alsoDeploy) {
    var answers = new ArrayList<Answer>();
    for (var entry : entries) {
      var answer = slaves.register(entry.slave());
      var undeployed = new ArrayList<String>();
      if (alsoDeploy) {
        answer.handle(slave -> slaves.deploy(slave.id()).handle(_ -> {}, undeployed::add), _ -> {});
      }
      answers.add(new Answer(entry.row(), answer, undeployed));
    }
    return answers;
  }

  private void show(List<Answer> answers) {
    working(false);
    int added = 0;
    for (var answer : answers) {
      switch (answer.slave()) {
        case Result.Ok<SlaveView> _ -> {
          rows.remove(answer.row());
          added++;
        }
        case Result.Failed<SlaveView>(_, var problems) -> answer.row().say(problems);
      }
      answer.undeployed().forEach(notice::say);
    }
    boolean all = rows().stream().allMatch(SlaveFields::blank);
    if (rows().isEmpty()) {
      addRow();
    }
    count();
    if (all && notice.getChildren().findAny().isEmpty()) {
      getUI().ifPresent(ui -> ui.navigate("slaves"));
    } else {
      progress.setText(
          "%s added, %s not."
              .formatted(Format.count(added, "slave", "slaves"), answers.size() - added));
    }
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (rows().stream().allMatch(SlaveFields::blank)) {
      return;
    }
    var leave = event.postpone();
    new Confirm(
            "Leave this page?",
            "What you have typed here is not added yet, and will be gone.",
            "Leave",
            "Stay",
            leave::proceed)
        .otherwise(leave::cancel)
        .open();
  }

  private record Entry(SlaveFields row, SlaveRegistration slave) {}

  /// @param undeployed why it could not be installed, if it was to be
  private record Answer(SlaveFields row, Result<SlaveView> slave, List<String> undeployed) {}
}
