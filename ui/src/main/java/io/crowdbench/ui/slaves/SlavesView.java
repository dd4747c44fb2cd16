package io.crowdbench.ui.slaves;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Result;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// All slaves, live.
@Route("slaves")
@PageTitle("Slaves · Crowdbench")
public class SlavesView extends Div {

  /// Of more than that the browser is given only those that are scrolled to.
  private static final int MAX_AT_ONCE = 50;

  private final Slaves slaves;
  private final SlaveList book = new SlaveList();
  private final Notice notice = new Notice();
  private final Grid<SlaveRow> grid = new Grid<>();

  public SlavesView(Slaves slaves, Feed feed) {
    this.slaves = slaves;
    addClassName("page");
    grid.setId("slaves");
    grid.addColumn(SlaveRow::name).setHeader("Name").setAutoWidth(true).setFlexGrow(0);
    grid.addColumn(SlaveRow::address).setHeader("Address").setAutoWidth(true).setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(slave -> Badge.of(slave.stage())))
        .setHeader("Stage")
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addColumn(slave -> heartbeat(slave, it -> Format.percent(it.cpuLoad())))
        .setHeader("CPU")
        .setWidth("5rem")
        .setFlexGrow(0);
    grid.addColumn(slave -> heartbeat(slave, SlavesView::clock))
        .setHeader("Clock")
        .setWidth("11rem")
        .setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(SlavesView::problems))
        .setHeader("Problems")
        .setFlexGrow(1);
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setEmptyStateText("No slaves yet. Add one: crowdbench slaves add NAME USER@HOST");
    add(new H2("Slaves"), notice, grid);
    feed.follow(this, SlaveList::wants, this::take, slaves::all, this::show);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    read();
  }

  private void read() {
    show(slaves.all());
  }

  private void show(Result<List<SlaveRow>> all) {
    notice.clear();
    all.handle(book::replace, notice::say);
    show();
  }

  private void take(List<Message> messages) {
    messages.forEach(book::take);
    show();
  }

  private void show() {
    var known = book.slaves();
    var few = known.size() <= MAX_AT_ONCE;
    grid.setAllRowsVisible(few);
    grid.setHeight(few ? null : "75vh");
    grid.setItems(known);
  }

  private String heartbeat(SlaveRow slave, Function<AgentHeartbeat, String> word) {
    return slave.ready()
        ? book.heartbeat(slave.id()).map(word).orElse(Format.NOTHING)
        : Format.NOTHING;
  }

  private static String clock(AgentHeartbeat heartbeat) {
    return heartbeat.clockBoundMillis() < 0
        ? "not measured yet"
        : String.format(
            Locale.ENGLISH,
            "%+.1f ms ± %.1f ms",
            heartbeat.clockOffsetMillis(),
            heartbeat.clockBoundMillis());
  }

  private static Div problems(SlaveRow slave) {
    var all = new Div();
    slave.problems().forEach(problem -> all.add(new Div(new Span(problem))));
    return all;
  }
}
