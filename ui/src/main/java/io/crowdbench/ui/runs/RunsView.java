package io.crowdbench.ui.runs;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Result;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// All runs, live, newest first.
@Route("runs")
@PageTitle("Runs · Crowdbench")
public class RunsView extends Div {

  private final Runs runs;
  private final RunList book = new RunList();
  private final Notice notice = new Notice();
  private final Grid<RunRow> grid = new Grid<>();

  public RunsView(Runs runs, Feed feed) {
    this.runs = runs;
    addClassName("page");
    grid.setId("runs");
    grid.addColumn(new ComponentRenderer<>(RunsView::link)).setHeader("Run").setFlexGrow(2);
    grid.addColumn(new ComponentRenderer<>(run -> Badge.of(run.state())))
        .setHeader("State")
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addColumn(run -> Format.when(run.startAt()))
        .setHeader("Started")
        .setWidth("13rem")
        .setFlexGrow(0);
    grid.addColumn(RunsView::duration).setHeader("Duration").setWidth("6rem").setFlexGrow(0);
    grid.addColumn(RunsView::slaves).setHeader("Slaves").setFlexGrow(1);
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    grid.setEmptyStateText("No runs yet. Start one: crowdbench runs start PLAN");
    add(new H2("Runs"), notice, grid);
    feed.follow(this, RunList::wants, this::take, runs::all, this::show);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    read();
  }

  private void read() {
    show(runs.all());
  }

  private void show(Result<List<RunRow>> all) {
    notice.clear();
    all.handle(book::replace, notice::say);
    grid.setItems(book.runs());
  }

  private void take(List<Message> messages) {
    messages.forEach(book::take);
    grid.setItems(book.runs());
  }

  private static Anchor link(RunRow run) {
    return new Anchor("runs/" + run.id(), run.plan().name());
  }

  private static String duration(RunRow run) {
    var lasted = run.lasted(Instant.now());
    return lasted == null ? Format.NOTHING : Format.clock(lasted);
  }

  private static String slaves(RunRow run) {
    return run.plan().slaves().stream().map(RunSlave::name).collect(Collectors.joining(", "));
  }
}
