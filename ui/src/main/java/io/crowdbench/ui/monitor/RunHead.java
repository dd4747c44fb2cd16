package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.runs.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;

/// What run this is, how far it has come, and whose numbers are shown.
final class RunHead extends Div {

  private final H2 title = new H2();
  private final Div state = new Div();
  private final Span reason = new Span();
  private final Paragraph words = new Paragraph();
  private final ProgressBar bar = new ProgressBar(0, 1);
  private final Span progress = new Span();
  private final Select<RunSlave> picker = new Select<>();

  RunHead(Consumer<String> picked) {
    state.setId("run-state");
    reason.setId("run-reason");
    reason.addClassName("quiet");
    progress.setId("progress");
    progress.addClassName("quiet");
    words.setId("plan-words");
    words.addClassName("words");
    picker.setId("slave-picker");
    picker.setAriaLabel("Slaves shown");
    picker.setItemLabelGenerator(RunSlave::name);
    picker.addClassName("push-right");
    picker.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        picked.accept(change.getValue().id());
      }
    });
    var top = new Div(title, state, reason, picker);
    top.addClassName("head");
    var along = new Div(bar, progress);
    along.addClassName("along");
    add(top, words, along);
  }

  /// Called when it is known what run this is.
  ///
  /// @param slave whose numbers are shown
  void name(RunRow run, String slave) {
    title.setText(run.plan().name());
    words.setText(run.words());
    var all = new RunSlave(Result.ALL_SLAVES, "All slaves");
    var choices = new ArrayList<RunSlave>();
    choices.add(all);
    choices.addAll(run.plan().slaves());
    picker.setItems(choices);
    picker.setValue(choices.stream().filter(it -> it.id().equals(slave)).findFirst().orElse(all));
    show(run);
  }

  void show(RunRow run) {
    state.removeAll();
    state.add(Badge.of(run.state()));
    reason.setText(run.reason() == null ? "" : run.reason());
    var planned = Duration.ofMillis(run.plan().durationMillis());
    var lasted = run.lasted(Instant.now());
    if (lasted == null) {
      progress.setText("not started, planned for " + Format.clock(planned));
      bar.setValue(0);
    } else if (run.endedAt() != null) {
      progress.setText("lasted " + Format.clock(lasted) + ", planned " + Format.clock(planned));
      bar.setValue(share(lasted, planned));
    } else {
      progress.setText(
          "%s of %s, %s".formatted(Format.clock(lasted), Format.clock(planned), step(run)));
      bar.setValue(share(lasted, planned));
    }
  }

  private static double share(Duration lasted, Duration planned) {
    return Math.clamp((double) lasted.toMillis() / Math.max(1, planned.toMillis()), 0, 1);
  }

  private static String step(RunRow run) {
    if (run.state() == RunState.DRAINING) {
      return "users finish";
    }
    var paused = run.load().paused() ? ", paused" : "";
    return "step %d of %d%s".formatted(run.load().step() + 1, run.plan().steps().size(), paused);
  }
}
