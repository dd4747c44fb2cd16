package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What people have changed of the run's load, and when; shown only if they have.
final class ChangeLines extends Div {

  private final TreeMap<Long, RunChanged> changes = new TreeMap<>();

  ChangeLines() {
    setId("changes");
    addClassName("list");
    setVisible(false);
  }

  /// @param startAt second 0 of the run
  void add(Collection<RunChanged> more, @Nullable Instant startAt) {
    more.forEach(change -> changes.put(change.change(), change));
    removeAll();
    setVisible(!changes.isEmpty());
    changes.values().forEach(change -> add(line(change, startAt)));
  }

  private static Div line(RunChanged change, @Nullable Instant startAt) {
    var when =
        startAt == null ? Format.NOTHING : Format.clock(Duration.between(startAt, change.from()));
    var line = new Div(new Span(when), new Span(change.words()));
    line.addClassName("line");
    if (change.by() != null) {
      line.add(quiet("by " + change.by()));
    }
    if (change.reason() != null && !change.reason().isEmpty()) {
      line.add(quiet("“" + change.reason() + "”"));
    }
    return line;
  }

  private static Span quiet(String text) {
    var span = new Span(text);
    span.addClassName("quiet");
    return span;
  }
}
