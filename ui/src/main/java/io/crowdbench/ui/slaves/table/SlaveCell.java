package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.slaves.SlaveWords;

/// Which slave it is, and the way to its page.
final class SlaveCell extends Div {

  SlaveCell(SlaveView slave) {
    addClassName("slave-cell");
    var address = new Div(slave.address());
    address.addClassName("quiet");
    add(new Anchor("slaves/" + slave.id(), slave.name()), address);
    if (!slave.labels().isEmpty()) {
      add(SlaveWords.labels(slave.labels()));
    }
  }
}
