package io.crowdbench.ui.slaves;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Confirm;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The tasks as buttons, for one slave or for all that are chosen. Several are asked at a time,
/// away from the page, so that one that does not answer holds up no other.
public final class SlaveControls extends Div {

  private static final int AT_A_TIME = 8;

  private final Component page;
  private final Slaves slaves;
  private final Feed feed;
  private final Notice notice;
  private final Consumer<SlaveTask> done;
  private final Predicate<String> carrying;
  private final List<Button> buttons = new ArrayList<>();
  private final Span words = new Span();
  private List<SlaveView> on = List.of();

  /// @param notice says why something could not be done
  /// @param carrying whether a slave of that id carries a run now
  /// @param done hears what was done, with or without success
  public SlaveControls(
      Component page,
      Slaves slaves,
      Feed feed,
      Notice notice,
      Predicate<String> carrying,
      Consumer<SlaveTask> done) {
    this.page = page;
    this.slaves = slaves;
    this.feed = feed;
    this.notice = notice;
    this.carrying = carrying;
    this.done = done;
    addClassNames("controls", "middle");
    for (var task : SlaveTask.values()) {
      add(button(task));
    }
    words.setId("done");
    words.addClassName("quiet");
    words.getElement().setAttribute("role", "status");
    add(words);
  }

  private Button button(SlaveTask task) {
    var button = new Button(task.label() + (task.consequence() == null ? "" : " …"));
    button.setId(task.id());
    button.addClickListener(_ -> start(task));
    if (task.consequence() != null) {
      button.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
    button.setEnabled(false);
    buttons.add(button);
    return button;
  }

  /// What the buttons are for from now on.
  public void show(List<SlaveView> slaves) {
    on = slaves;
    buttons.forEach(button -> button.setEnabled(!slaves.isEmpty()));
  }

  private void start(SlaveTask task) {
    // What is meant is what was chosen when the button was pressed.
    var chosen = on;
    if (task.consequence() == null) {
      ask(task, chosen);
    } else {
      new Confirm(
              task.label() + " " + whom(chosen) + "?",
              task.consequence() + carried(chosen),
              task.label(),
              "Leave as is",
              () -> ask(task, chosen))
          .open();
    }
  }

  private String carried(List<SlaveView> chosen) {
    var busy = chosen.stream().filter(slave -> carrying.test(slave.id())).toList();
    return busy.isEmpty()
        ? ""
        : " A run is under way on %s now."
            .formatted(busy.size() == 1 ? busy.getFirst().name() : whom(busy));
  }

  private static String whom(List<SlaveView> chosen) {
    return chosen.size() == 1
        ? chosen.getFirst().name()
        : Format.count(chosen.size(), "slave", "slaves");
  }

  private void ask(SlaveTask task, List<SlaveView> chosen) {
    notice.clear();
    words.setText("");
    feed.askAfter(
        Duration.ZERO,
        page,
        () -> askAll(task, chosen),
        refused -> {
          refused.forEach(notice::say);
          if (refused.isEmpty()) {
            words.setText(task.asked(whom(chosen)));
          }
          done.accept(task);
        });
  }

  /// Every problem there was.
  private List<String> askAll(SlaveTask task, List<SlaveView> chosen) {
    try (var threads = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      var answers =
          chosen.stream()
              .map(slave ->
                  CompletableFuture.supplyAsync(() -> task.on(slave.id(), slaves), threads))
              .toList();
      return answers.stream().flatMap(answer -> problems(answer.join()).stream()).toList();
    }
  }

  private static List<String> problems(Result<Boolean> answer) {
    return switch (answer) {
      case Result.Ok<Boolean> _ -> List.of();
      case Result.Failed<Boolean>(_, var problems) -> problems;
    };
  }
}
