package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What went wrong, most frequent first. A click on one shows examples of it.
final class ErrorTable extends Grid<ErrorGroup> {

  private static final int MAX_NAMED = 3;

  /// @param name what people call a slave of an id
  /// @param open shows examples of an error
  ErrorTable(UnaryOperator<String> name, Consumer<ErrorGroup> open) {
    setId("errors");
    addItemClickListener(event -> open.accept(event.getItem()));
    addThemeVariants(
        GridVariant.LUMO_COMPACT,
        GridVariant.LUMO_NO_ROW_BORDERS,
        GridVariant.LUMO_WRAP_CELL_CONTENT);
    setAllRowsVisible(true);
    addColumn(group -> Format.number(group.count()))
        .setHeader("Count")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem")
        .setFlexGrow(0);
    addColumn(ErrorGroup::message).setHeader("First message").setWidth("14rem").setFlexGrow(3);
    addColumn(group -> group.action() + " · " + group.operation())
        .setHeader("Where")
        .setWidth("10rem")
        .setFlexGrow(1);
    addColumn(group -> where(group, name)).setHeader("Slave").setWidth("7rem").setFlexGrow(0);
    addColumn(ErrorTable::seconds).setHeader("From – to").setWidth("8rem").setFlexGrow(0);
    setEmptyStateText("No errors.");
  }

  void show(List<ErrorGroup> groups) {
    setItems(groups);
  }

  private static String where(ErrorGroup group, UnaryOperator<String> name) {
    if (group.slaves().isEmpty()) {
      return name.apply(group.slave());
    }
    int slaves = Math.max(group.slaveCount(), group.slaves().size());
    return slaves > MAX_NAMED
        ? Format.number(slaves) + " slaves"
        : group.slaves().stream().map(name).sorted().collect(Collectors.joining(", "));
  }

  private static String seconds(ErrorGroup group) {
    return clock(group.firstSecond()) + " – " + clock(group.lastSecond());
  }

  private static String clock(int second) {
    return Format.clock(Duration.ofSeconds(second));
  }
}
