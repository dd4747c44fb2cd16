package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.crowdbench.api.LoadChangeRequest;
import io.crowdbench.api.Result;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be done with a run that has not ended.
final class RunControls extends Div {

  private final Runs runs;
  private final Consumer<RunRow> changed;
  private final Notice notice;
  private final Button pause = change("pause", "Pause", LoadChange.PAUSE);
  private final Button resume = change("resume", "Resume", LoadChange.RESUME);
  private final Button nextStep = change("next-step", "Next step now", LoadChange.NEXT_STEP);
  private final Button load = button("change-load", "Change the load …", this::openLoad);
  private final Button stop = button("stop", "Stop …", this::openStop);
  private @Nullable RunRow run;

  /// @param changed hears the run as it is to be
  /// @param notice says why something could not be done
  RunControls(Runs runs, Consumer<RunRow> changed, Notice notice) {
    this.runs = runs;
    this.changed = changed;
    this.notice = notice;
    setId("controls");
    addClassName("controls");
    stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
    stop.addClassName("push-right");
    add(pause, resume, nextStep, load, stop);
    setVisible(false);
  }

  void show(RunRow now) {
    run = now;
    boolean on = now.state() == RunState.RUNNING;
    setVisible(!now.state().ended());
    pause.setVisible(on && !now.load().paused());
    resume.setVisible(on && now.load().paused());
    nextStep.setVisible(on);
    load.setVisible(on);
    // Its users are finishing already.
    stop.setEnabled(now.state() != RunState.DRAINING);
  }

  private Button change(String id, String label, LoadChange kind) {
    return button(id, label, on -> take(runs.change(on.id(), kind, LoadChangeRequest.NONE)));
  }

  private Button button(String id, String label, Consumer<RunRow> does) {
    var button =
        new Button(
            label,
            _ -> {
              if (run != null) {
                does.accept(run);
              }
            });
    button.setId(id);
    return button;
  }

  private void take(Result<RunRow> answer) {
    answer.handle(changed::accept, notice::say);
  }

  private void openLoad(RunRow on) {
    new LoadDialog(on, runs, changed).open();
  }

  private void openStop(RunRow on) {
    var dialog = new Dialog("Stop " + on.plan().name() + "?");
    dialog.setId("stop-dialog");
    dialog.add(
        new Paragraph(
            on.state() == RunState.RUNNING
                ? "Its users finish their current iteration, and it ends as aborted. What it has measured stays."
                : "It has no load yet, and is cancelled."));
    var yes =
        new Button(
            "Stop it",
            _ -> {
              dialog.close();
              take(runs.stop(on.id()));
            });
    yes.setId("stop-now");
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    dialog.getFooter().add(new Button("Keep running", _ -> dialog.close()), yes);
    dialog.open();
  }
}
