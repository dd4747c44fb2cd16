package io.crowdbench.ui.runs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.crowdbench.api.Page;
import io.crowdbench.api.Result;
import io.crowdbench.messages.Message;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import java.time.Instant;
import java.util.List;

/// The latest runs, live, newest first; the earlier ones on demand.
@Route("runs")
@PageTitle("Runs · Crowdbench")
public class RunsView extends Div {

  private static final int PART = 100;

  private final Runs runs;
  private final RunList book = new RunList();
  private final Notice notice = new Notice();
  private final Grid<ListedRun> grid = new Grid<>();
  private final Button more = new Button();

  /// How many of the latest are shown at least, if there are.
  private volatile int wanted = PART;

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
    grid.addColumn(ListedRun::slaves).setHeader("Slaves").setFlexGrow(1);
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    grid.setEmptyStateText("No runs yet. Start one: crowdbench runs start PLAN");
    more.setId("earlier-runs");
    more.addClickListener(_ -> showMore());
    add(new H2("Runs"), notice, grid, more);
    feed.follow(this, RunList::wants, this::take, this::ask, this::show);
  }

  private void read() {
    show(ask());
  }

  private void showMore() {
    wanted += PART;
    read();
  }

  private Result<Page<ListedRun>> ask() {
    return runs.latest(wanted);
  }

  private void show(Result<Page<ListedRun>> latest) {
    notice.clear();
    latest.handle(book::replace, notice::say);
    show();
  }

  private void show() {
    var known = book.runs();
    grid.setItems(known);
    more.setVisible(known.size() < book.total());
    more.setText(
        "Show earlier runs (%s of %s are shown)"
            .formatted(Format.number(known.size()), Format.number(book.total())));
  }

  private void take(List<Message> messages) {
    messages.forEach(book::take);
    show();
  }

  private static Anchor link(ListedRun run) {
    return new Anchor("runs/" + run.id(), run.name());
  }

  private static String duration(ListedRun run) {
    var lasted = run.lasted(Instant.now());
    return lasted == null ? Format.NOTHING : Format.clock(lasted);
  }
}
