package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.feed.Refresh;
import io.crowdbench.ui.slaves.SlaveControls;
import io.crowdbench.ui.slaves.SlaveList;
import io.crowdbench.ui.slaves.Slaves;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All slaves, live, and what can be done with several at once.
@Route("slaves")
@PageTitle("Slaves · Crowdbench")
public class SlavesView extends Div {

  private final Slaves slaves;
  private final SlaveList book = new SlaveList();
  private final Notice notice = new Notice();
  private final SlaveTotals totals = new SlaveTotals();
  private final SlaveFilter filter = new SlaveFilter(this::show);
  private final SlaveControls controls;
  private final SlaveTable table;
  private final Button export = new Button("Export");
  private final Div whenAny;
  private final NoSlaves none = new NoSlaves(SlavesView::add);
  private final Refresh<List<SlaveView>> refresh;
  private @Nullable Registration resized;

  public SlavesView(Slaves slaves, Feed feed) {
    this.slaves = slaves;
    refresh = new Refresh<>(this, feed, Duration.ofMillis(700), _ -> true, this::replace);
    controls =
        new SlaveControls(
            this, slaves, feed, notice, this::carriesARun, _ -> refresh.soon("", slaves::all));
    table = new SlaveTable(book, slaves, this::changed, notice::say, this::choose);
    addClassName("page");
    var add = new Button("Add slaves", _ -> add());
    add.setId("add-slaves");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClassName("push-right");
    export.addClickListener(_ -> export());
    export.setId("export-slaves");
    var head = new Div(new H2("Slaves"), add, export);
    head.addClassName("head");
    whenAny = new Div(totals, filter, controls, table);
    whenAny.addClassName("slaves-known");
    none.setVisible(false);
    add(head, notice, none, whenAny);
    feed.follow(this, SlaveList::wants, this::take, slaves::all, this::show);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    var page = event.getUI().getPage();
    table.fit(page.getExtendedClientDetails().getWindowInnerWidth());
    resized = page.addBrowserWindowResizeListener(size -> table.fit(size.getWidth()));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (resized != null) {
      resized.remove();
    }
  }

  private static void add() {
    UI.getCurrent().navigate("slaves/new");
  }

  private void export() {
    notice.clear();
    slaves.export().handle(yaml -> new ExportDialog(yaml).open(), notice::say);
  }

  private void show(Result<List<SlaveView>> all) {
    notice.clear();
    all.handle(this::replace, notice::say);
    show();
  }

  private void replace(List<SlaveView> all) {
    book.replace(all);
    show();
  }

  private void changed(SlaveView slave) {
    book.put(slave);
    show();
  }

  private void take(List<Message> messages) {
    messages.forEach(book::take);
    if (messages.stream().anyMatch(SlaveEvent.class::isInstance)) {
      // Events tell the stage, not what was found.
      refresh.soon("", slaves::all);
    }
    show();
  }

  private void show() {
    var known = book.slaves();
    none.setVisible(known.isEmpty() && !notice.isVisible());
    export.setEnabled(!known.isEmpty());
    whenAny.setVisible(!known.isEmpty());
    totals.show(known);
    filter.offer(known);
    table.show(known.stream().filter(filter::shows).toList(), known.size());
  }

  private void choose(List<SlaveView> chosen) {
    controls.show(chosen);
  }

  private boolean carriesARun(String slave) {
    return book.heartbeat(slave).filter(it -> it.run() != null).isPresent();
  }
}
