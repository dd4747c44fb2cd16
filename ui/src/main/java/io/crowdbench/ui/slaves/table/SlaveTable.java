package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.slaves.SlaveList;
import io.crowdbench.ui.slaves.SlaveWords;
import io.crowdbench.ui.slaves.Slaves;
import io.crowdbench.ui.slaves.remedy.RemedyButtons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// The slaves as rows, of which several can be chosen. A row is sent to the browser again only when
/// something in it is different, and stays chosen then.
final class SlaveTable extends Grid<SlaveView> {

  /// Of more than that the browser is given only those that are scrolled to.
  private static final int MAX_AT_ONCE = 50;

  /// Below that only what matters most has room, in pixels.
  private static final int MIN_WIDE = 1_250;

  private final SlaveList book;
  private final Slaves slaves;
  private final Consumer<SlaveView> changed;
  private final Consumer<String> refused;
  private final Consumer<List<SlaveView>> chosen;
  private final Rows rows = new Rows();
  private final List<Column<SlaveView>> onlyWide = new ArrayList<>();
  private final Column<SlaveView> name;

  /// What stands in each row.
  private Map<String, Shown> shown = Map.of();

  private boolean narrow;

  /// @param changed hears a slave as it is after a change
  /// @param refused hears why something could not be done
  /// @param chosen hears which rows are chosen, when it is others than before or they have changed
  SlaveTable(
      SlaveList book,
      Slaves slaves,
      Consumer<SlaveView> changed,
      Consumer<String> refused,
      Consumer<List<SlaveView>> chosen) {
    this.book = book;
    this.slaves = slaves;
    this.changed = changed;
    this.refused = refused;
    this.chosen = chosen;
    setId("slaves");
    setSelectionMode(SelectionMode.MULTI);
    setDataProvider(rows);
    addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    name = addColumn(new ComponentRenderer<>(this::slave)).setHeader("Slave").setWidth("12rem");
    addColumn(new ComponentRenderer<>(slave -> Badge.of(slave.stage())))
        .setHeader("Stage")
        .setWidth("7.5rem")
        .setFlexGrow(0);
    addWide("Way to Kafka", "8rem", SlaveWords::wayToKafka);
    addWide("Size", "6.5rem", SlaveWords::size);
    addWide("CPU", "5rem", slave -> heartbeat(slave, it -> Format.percent(it.cpuLoad())));
    addWide("Clock", "9.5rem", slave -> heartbeat(slave, SlaveWords::clock));
    onlyWide.add(
        addColumn(
                new ComponentRenderer<Div, SlaveView>(
                    this::problems, (cell, slave) -> ((ProblemCell) cell).show(slave)))
            .setHeader("Problems")
            .setWidth("13rem")
            .setFlexGrow(1));
    setEmptyStateText("No slave matches the filter.");
    addItemClickListener(click -> UI.getCurrent().navigate("slaves/" + click.getItem().id()));
    addSelectionListener(_ -> tellChosen());
    fit(Integer.MAX_VALUE);
  }

  private void addWide(String header, String width, Function<SlaveView, String> text) {
    onlyWide.add(addColumn(text::apply).setHeader(header).setWidth(width).setFlexGrow(0));
  }

  private Div slave(SlaveView slave) {
    var cell = new SlaveCell(slave);
    return narrow ? new Div(cell, problems(slave)) : cell;
  }

  private ProblemCell problems(SlaveView slave) {
    return new ProblemCell(new RemedyButtons(slave, slaves, changed, refused), slave);
  }

  /// @param width of the window in pixels; not above 0 if it is not known
  void fit(int width) {
    boolean now = width > 0 && width < MIN_WIDE;
    onlyWide.forEach(column -> column.setVisible(!now));
    name.setFlexGrow(now ? 1 : 0);
    if (now != narrow) {
      narrow = now;
      rows.refreshAll();
    }
  }

  /// @param all how many there are without the filter
  void show(List<SlaveView> slaves, int all) {
    var few = all <= MAX_AT_ONCE;
    if (few != isAllRowsVisible() || getHeight() == null && !few) {
      setAllRowsVisible(few);
      setHeight(few ? null : "75vh");
    }
    var now = new HashMap<String, Shown>();
    slaves.forEach(slave -> now.put(slave.id(), Shown.of(slave, this)));
    var order = slaves.stream().map(SlaveView::id).toList();
    boolean same = order.equals(rows.getItems().stream().map(SlaveView::id).toList());
    var different =
        slaves.stream()
            .filter(slave -> !Objects.equals(now.get(slave.id()), shown.get(slave.id())))
            .toList();
    rows.getItems().clear();
    rows.getItems().addAll(slaves);
    shown = now;
    if (same) {
      different.forEach(rows::refreshItem);
    } else {
      rows.refreshAll();
      keepChosen();
    }
    if (!same || !different.isEmpty()) {
      tellChosen();
    }
  }

  /// What is not shown any more is not chosen.
  private void keepChosen() {
    getSelectedItems().stream()
        .filter(slave -> !shown.containsKey(slave.id()))
        .toList()
        .forEach(this::deselect);
  }

  private void tellChosen() {
    var ids = getSelectedItems().stream().map(SlaveView::id).toList();
    chosen.accept(
        rows.getItems().stream()
            .filter(slave -> ids.contains(slave.id()))
            .sorted(Comparator.comparing(SlaveView::name))
            .toList());
  }

  private String heartbeat(SlaveView slave, Function<AgentHeartbeat, String> word) {
    return slave.ready()
        ? book.heartbeat(slave.id()).map(word).orElse(Format.NOTHING)
        : Format.NOTHING;
  }

  private record Shown(SlaveView slave, String cpu, String clock) {

    static Shown of(SlaveView slave, SlaveTable table) {
      return new Shown(
          slave,
          table.heartbeat(slave, it -> Format.percent(it.cpuLoad())),
          table.heartbeat(slave, SlaveWords::clock));
    }
  }

  /// Told apart by their ids, so that a slave that has changed is still the same row.
  private static final class Rows extends ListDataProvider<SlaveView> {

    private static final long serialVersionUID = 1;

    private Rows() {
      super(new ArrayList<>());
    }

    @Override
    public Object getId(SlaveView slave) {
      return slave.id();
    }
  }
}
