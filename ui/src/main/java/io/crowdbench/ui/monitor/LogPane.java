package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The last lines that actions logged, newest at the end.
final class LogPane extends Div {

  static final int MAX_SHOWN = 200;

  private final Div rows = new Div();
  private final Set<Key> shown = new HashSet<>();

  LogPane() {
    setId("debug-log");
    addClassName("log");
    getElement().setAttribute("role", "log");
    getElement().setAttribute("tabindex", "0");
    add(rows);
    replace(List.of());
  }

  void replace(List<DebugLine> lines) {
    rows.removeAll();
    shown.clear();
    merge(lines);
  }

  /// Adds lines that are not there yet: what was answered may also come live.
  void merge(List<DebugLine> lines) {
    for (var line : lines) {
      if (shown.add(Key.of(line))) {
        rows.add(row(line));
      }
    }
    while (rows.getComponentCount() > MAX_SHOWN) {
      rows.remove(rows.getComponentAt(0));
    }
    setClassName("empty", rows.getComponentCount() == 0);
  }

  private static Div row(DebugLine line) {
    var where =
        new Span(
            "%s %s %s"
                .formatted(
                    Format.clock(Duration.ofSeconds(line.second())), line.action(), line.user()));
    where.addClassName("quiet");
    return new Div(where, new Span(" " + line.text()));
  }

  private record Key(String slave, long epoch, long sequence) {

    static Key of(DebugLine line) {
      return new Key(line.slave(), line.epoch(), line.sequence());
    }
  }
}
