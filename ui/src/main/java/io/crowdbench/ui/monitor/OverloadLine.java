package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where load generators rather than the site set the limit; shown only if they did.
final class OverloadLine extends Div {

  private final UnaryOperator<String> name;

  /// @param name what people call a slave of an id
  OverloadLine(UnaryOperator<String> name) {
    this.name = name;
    setId("overload");
    addClassNames("completeness", "bad");
    setVisible(false);
  }

  void show(List<OverloadGroup> groups) {
    removeAll();
    setVisible(!groups.isEmpty());
    add(
        new Span(
            "Load generators were overloaded: read the latencies of these seconds with care."));
    groups.forEach(group -> add(new Div(sentence(group))));
  }

  private String sentence(OverloadGroup group) {
    return "%s, %s: %s.".formatted(name.apply(group.slave()), when(group), group.sentence());
  }

  private static String when(OverloadGroup group) {
    if (group.seconds() == 1) {
      return "at " + clock(group.firstSecond());
    }
    return "%s seconds between %s and %s"
        .formatted(
            Format.number(group.seconds()), clock(group.firstSecond()), clock(group.lastSecond()));
  }

  private static String clock(int second) {
    return Format.clock(Duration.ofSeconds(second));
  }
}
