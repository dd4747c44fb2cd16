package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.slaves.remedy.RemedyButtons;
import java.util.List;

/// What is wrong with a slave, and what can be done about it.
final class ProblemCell extends Div {

  /// The rest is on the slave's page.
  private static final int MAX_SHOWN = 3;

  private final Div sentences = new Div();
  private final RemedyButtons remedies;
  private List<String> shown = List.of();

  ProblemCell(RemedyButtons remedies, SlaveView slave) {
    this.remedies = remedies;
    addClassName("problems");
    add(sentences, remedies);
    show(slave);
  }

  ProblemCell show(SlaveView slave) {
    if (!slave.problems().equals(shown)) {
      shown = slave.problems();
      sentences.removeAll();
      shown.stream().limit(MAX_SHOWN).forEach(problem -> sentences.add(new Div(problem)));
      if (shown.size() > MAX_SHOWN) {
        sentences.add(new Div("And %d more.".formatted(shown.size() - MAX_SHOWN)));
      }
    }
    remedies.show(slave);
    return this;
  }
}
