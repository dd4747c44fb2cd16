package io.crowdbench.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.runs.ListedRun;
import java.util.List;
import java.util.Optional;

/// The way from nothing to the first run, until one has completed: what is done, what is next, and
/// a button or the command for each step.
final class FirstSteps extends Div {

  /// How far a person has come.
  ///
  /// @param slaves all that are defined
  /// @param actions whether some have been uploaded
  /// @param plans whether there is one
  /// @param runs the latest
  record Progress(List<SlaveView> slaves, boolean actions, boolean plans, List<ListedRun> runs) {

    boolean slaveReady() {
      return slaves.stream().anyMatch(SlaveView::ready);
    }

    Optional<ListedRun> underWay() {
      return runs.stream().filter(run -> !run.state().ended()).findFirst();
    }
  }

  /// @param how a button, or a command to type; shown while the step is not done
  private record Step(String name, boolean done, String words, Component how) {}

  private final OrderedList list = new OrderedList();
  private List<String> shown = List.of();

  FirstSteps() {
    setId("first-steps");
    addClassNames("card", "first-steps");
    add(new H3("First steps"), list);
  }

  void show(Progress progress) {
    var steps = steps(progress);
    // A page that is asked again must not take away the button under the reader's hand.
    var now = steps.stream().map(step -> step.name() + step.done() + step.words()).toList();
    if (!now.equals(shown)) {
      shown = now;
      list.removeAll();
      var next = steps.stream().filter(step -> !step.done()).findFirst();
      steps.forEach(step -> list.add(item(step, next.filter(step::equals).isPresent())));
    }
  }

  private static List<Step> steps(Progress progress) {
    return List.of(
        progress.slaves().isEmpty()
            ? new Step(
                "Define a slave",
                false,
                "A Linux machine that you can log in to over SSH.",
                button("Add slaves", "slaves/new"))
            : new Step(
                "Define a slave",
                progress.slaveReady(),
                progress.slaveReady() ? "Ready." : "None is ready yet: see what is missing.",
                button("Slaves", "slaves")),
        new Step(
            "Upload actions",
            progress.actions(),
            progress.actions()
                ? "Uploaded."
                : "What a user of your site does, as plain Java, and a file of user ids.",
            new Code("./crowdbench bundles upload shop Browse.java Buy.java users.txt")),
        new Step(
            "Plan",
            progress.plans(),
            progress.plans() ? "Planned." : "How many users do which action, and when.",
            new Code("./crowdbench plans create plan.json")),
        progress
            .underWay()
            .map(run ->
                new Step(
                    "Run",
                    false,
                    "“" + run.name() + "” is under way.",
                    button("Watch it", "runs/" + run.id())))
            .orElseGet(() ->
                new Step(
                    "Run",
                    false,
                    progress.runs().isEmpty()
                        ? "Start it and watch."
                        : "No run has completed yet: the latest says why.",
                    new Code("./crowdbench runs start \"Spring sale\" --watch"))));
  }

  private static Button button(String words, String page) {
    var button = new Button(words, _ -> UI.getCurrent().navigate(page));
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static ListItem item(Step step, boolean next) {
    var name = new Span(step.name());
    name.addClassName("step-name");
    var state = new Span(step.done() ? "done" : next ? "next" : "");
    state.addClassNames("badge", step.done() ? "good" : "busy");
    state.setVisible(step.done() || next);
    var words = new Span(step.words());
    words.addClassName("quiet");
    var item = new ListItem(name, state, words);
    if (!step.done()) {
      item.add(new Div(step.how()));
    }
    if (step.done() || next) {
      item.addClassName(step.done() ? "done" : "next");
    }
    return item;
  }
}
