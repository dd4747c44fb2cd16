package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlaveView.Facts;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Format;
import java.util.List;
import java.util.Objects;

/// What all that are ready have together.
final class SlaveTotals extends Div {

  private final Figure ready = new Figure("total-ready", "Slaves ready");
  private final Figure cores = new Figure("total-cores", "Cores of the ready");
  private final Figure memory = new Figure("total-memory", "Memory of the ready");
  private final Figure problems = new Figure("total-problems", "With problems");

  SlaveTotals() {
    addClassNames("figures", "totals");
    add(ready, cores, memory, problems);
  }

  void show(List<SlaveView> slaves) {
    var fit = slaves.stream().filter(SlaveView::ready).toList();
    var facts = fit.stream().map(SlaveView::facts).filter(Objects::nonNull).toList();
    ready.show(Format.number(fit.size()) + " of " + Format.number(slaves.size()));
    cores.show(Format.number(facts.stream().mapToLong(Facts::processors).sum()));
    memory.show(Format.megabytes(facts.stream().mapToLong(Facts::memoryMb).sum()));
    problems.show(
        Format.number(slaves.stream().filter(slave -> !slave.problems().isEmpty()).count()));
  }
}
