package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.LoadChangeRequest;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Asks how many users more or fewer, and what rates, a running run is to have.
final class LoadDialog extends Dialog {

  /// @param users to add or take out
  /// @param rate at which users arrive; empty for as it is
  private record Fields(String action, IntegerField users, NumberField rate) {}

  private final RunRow run;
  private final Runs runs;
  private final Consumer<RunRow> changed;
  private final Notice notice = new Notice();
  private final List<Fields> all = new ArrayList<>();
  private final TextField reason = new TextField("Why, for the record");

  /// @param changed hears the run as it is to be
  LoadDialog(RunRow run, Runs runs, Consumer<RunRow> changed) {
    super("Change the load");
    this.run = run;
    this.runs = runs;
    this.changed = changed;
    setId("load");
    setMaxWidth("95vw");
    add(notice);
    run.plan().actions().forEach(action -> add(line(action)));
    reason.setId("load-reason");
    reason.setWidthFull();
    add(reason);
    var apply = new Button("Change it", _ -> apply());
    apply.setId("load-apply");
    apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", _ -> close()), apply);
  }

  private Div line(String action) {
    var users = new IntegerField("Users more (−: fewer)");
    users.setId("users-" + action);
    users.setStepButtonsVisible(true);
    var rate = new NumberField("Arrivals per second");
    rate.setId("rate-" + action);
    rate.setMin(0);
    rate.setPlaceholder("as it is");
    rate.setHelperText("until the step ends");
    all.add(new Fields(action, users, rate));
    var fields = new Div(users, rate);
    fields.addClassName("fields");
    return new Div(new H4(action), fields);
  }

  private void apply() {
    notice.clear();
    var users = new LinkedHashMap<String, Integer>();
    var rates = new LinkedHashMap<String, Double>();
    for (var fields : all) {
      if (!fields.users.isEmpty() && fields.users.getValue() != 0) {
        users.put(fields.action, fields.users.getValue());
      }
      if (!fields.rate.isEmpty()) {
        rates.put(fields.action, fields.rate.getValue());
      }
    }
    if (users.isEmpty() && rates.isEmpty()) {
      notice.say("There is nothing to change: give a number of users or a rate.");
      return;
    }
    boolean done = users.isEmpty() || change(LoadChange.USERS, users, Map.of());
    if (done) {
      // What was taken up must not be asked for twice.
      all.forEach(fields -> fields.users.clear());
      done = rates.isEmpty() || change(LoadChange.RATES, Map.of(), rates);
    }
    if (done) {
      close();
    }
  }

  private boolean change(
      LoadChange kind, Map<String, Integer> users, Map<String, Double> perSecond) {
    var refused = new ArrayList<String>();
    runs.change(run.id(), kind, new LoadChangeRequest(users, perSecond, reason.getValue()))
        .handle(changed::accept, refused::add);
    refused.forEach(notice::say);
    return refused.isEmpty();
  }
}
