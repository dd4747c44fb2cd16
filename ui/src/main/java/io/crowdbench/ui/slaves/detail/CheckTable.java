package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.crowdbench.api.CheckLine;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import java.util.List;

/// What the latest check looked at, a line each, with what to do where something is not well.
final class CheckTable extends Grid<CheckLine> {

  private List<CheckLine> shown = List.of();

  CheckTable() {
    setId("checks");
    addThemeVariants(
        GridVariant.LUMO_COMPACT,
        GridVariant.LUMO_NO_ROW_BORDERS,
        GridVariant.LUMO_WRAP_CELL_CONTENT);
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
    addColumn(CheckLine::what).setHeader("Looked at").setWidth("6.75rem").setFlexGrow(0);
    addColumn(new ComponentRenderer<>(line -> Badge.of(line.outcome())))
        .setHeader("Outcome")
        .setWidth("6.25rem")
        .setFlexGrow(0);
    addColumn(new ComponentRenderer<>(CheckTable::found))
        .setHeader("Found, and what to do")
        .setWidth("8.5rem")
        .setFlexGrow(1);
    addColumn(line -> Format.number(line.millis()) + " ms")
        .setHeader("Took")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem")
        .setFlexGrow(0);
    setEmptyStateText("Not checked yet. Press Check: nothing is changed on the machine by it.");
  }

  void show(List<CheckLine> lines) {
    if (!lines.equals(shown)) {
      shown = lines;
      setItems(lines);
    }
  }

  private static Div found(CheckLine line) {
    var found = new Div(new Div(line.found()));
    found.addClassName("found");
    if (line.remedy() != null) {
      var remedy = new Div(line.remedy());
      remedy.addClassName("remedy");
      found.add(remedy);
    }
    return found;
  }
}
