package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.ui.base.Format;
import java.util.List;

/// Whether what is stored is what the runners counted; shown once that is known.
final class CompletenessLine extends Div {

  CompletenessLine() {
    setId("completeness");
    addClassName("completeness");
    setVisible(false);
  }

  void show(FinalCounters counted, FinalCounters stored, List<String> problems) {
    removeAll();
    setVisible(true);
    var same = counted.operations().started() == stored.operations().started();
    add(
        new Span(
            "%s operations counted by the runners %s %s stored"
                .formatted(
                    Format.number(counted.operations().started()),
                    same ? "=" : "≠",
                    Format.number(stored.operations().started()))));
    problems.forEach(problem -> add(new Div(problem)));
    setClassName("good", problems.isEmpty());
    setClassName("bad", !problems.isEmpty());
  }
}
