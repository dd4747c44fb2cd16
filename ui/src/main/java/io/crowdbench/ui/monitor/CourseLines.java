package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happened to the run beside its plan: what people changed of its load, which slaves it lost,
/// what was away meanwhile. Shown only if there is any.
final class CourseLines extends Div {

  /// What is worth a line, by its number in the run's history.
  private final TreeMap<Long, RunEvent> events = new TreeMap<>();

  CourseLines() {
    setId("course");
    addClassName("list");
    setVisible(false);
  }

  /// @param startAt second 0 of the run
  void add(Collection<RunEvent> more, @Nullable Instant startAt) {
    for (var event : more) {
      if (line(event, startAt) != null) {
        events.put(event.number(), event);
      }
    }
    removeAll();
    setVisible(!events.isEmpty());
    events.values().forEach(event -> add(line(event, startAt)));
  }

  /// Null for what is shown elsewhere.
  private static @Nullable Div line(RunEvent event, @Nullable Instant startAt) {
    return switch (event) {
      case RunChanged change -> {
        var line = line(change.from(), startAt, change.words());
        if (change.by() != null) {
          line.add(quiet("by " + change.by()));
        }
        if (change.reason() != null && !change.reason().isEmpty()) {
          line.add(quiet("“" + change.reason() + "”"));
        }
        yield line;
      }
      case RunSlaveLost lost -> line(lost.at(), startAt, lost.problem());
      case RunOutage outage ->
          line(outage.since() == null ? outage.until() : outage.since(), startAt, outage.words());
      default -> null;
    };
  }

  private static Div line(Instant at, @Nullable Instant startAt, String words) {
    var when =
        startAt == null || at.isBefore(startAt)
            ? Format.NOTHING
            : Format.clock(Duration.between(startAt, at));
    var line = new Div(new Span(when), new Span(words));
    line.addClassName("line");
    return line;
  }

  private static Span quiet(String text) {
    var span = new Span(text);
    span.addClassName("quiet");
    return span;
  }
}
