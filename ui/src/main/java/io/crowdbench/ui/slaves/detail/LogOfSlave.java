package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.slaves.Slaves;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the agent, or the runner of a run, has logged on the machine. It is fetched when somebody
/// wants it, since that takes an SSH command.
final class LogOfSlave extends Div {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// Whose log it is.
  ///
  /// @param run empty for the agent
  record Source(String run, String name) {

    static final Source AGENT = new Source("", "Agent");
  }

  private final Component page;
  private final Slaves slaves;
  private final Feed feed;
  private final Select<Source> source = new Select<>();
  private final Select<Integer> lines = new Select<>();
  private final TextField search = new TextField();
  private final Checkbox follow = new Checkbox("Follow");
  private final Anchor download = new Anchor("", "Download");
  private final Span count = new Span();
  private final Notice notice = new Notice();
  private final Pre text = new Pre();
  private List<String> fetched = List.of();
  private @Nullable SlaveView slave;
  private boolean asking;

  LogOfSlave(Component page, Slaves slaves, Feed feed) {
    this.page = page;
    this.slaves = slaves;
    this.feed = feed;
    source.setId("log-source");
    source.setAriaLabel("Whose log");
    source.setItems(Source.AGENT);
    source.setItemLabelGenerator(Source::name);
    source.setValue(Source.AGENT);
    source.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        fetch();
      }
    });
    lines.setId("log-lines");
    lines.setAriaLabel("How many lines");
    lines.setItems(200, 1_000, 5_000);
    lines.setItemLabelGenerator(it -> "last " + Format.number(it) + " lines");
    lines.setValue(200);
    lines.addValueChangeListener(_ -> fetch());
    search.setId("log-search");
    search.setPlaceholder("Search");
    search.setAriaLabel("Show only lines with this text");
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> show());
    var refresh = new Button("Fetch", _ -> fetch());
    refresh.setId("log-fetch");
    follow.setId("log-follow");
    follow.addValueChangeListener(change -> {
      if (change.getValue()) {
        fetch();
      }
    });
    download.getElement().setAttribute("download", true);
    count.setId("log-count");
    count.addClassName("quiet");
    text.setId("slave-log");
    text.addClassNames("log", "wide");
    text.getElement().setAttribute("tabindex", "0");
    text.setVisible(false);
    var bar = new Div(source, lines, search, refresh, follow, download, count);
    bar.addClassNames("controls", "middle");
    add(bar, notice, text);
  }

  void show(SlaveView now) {
    slave = now;
    showDownload(now);
  }

  /// Runs whose runners have logged here, too.
  void offer(List<ListedRun> runs) {
    var chosen = source.getValue();
    var all = new ArrayList<Source>();
    all.add(Source.AGENT);
    runs.forEach(
        run -> all.add(new Source(run.id(), run.name() + ", " + Format.when(run.createdAt()))));
    source.setItems(all);
    source.setValue(
        all.stream().filter(it -> it.run().equals(chosen.run())).findFirst().orElse(Source.AGENT));
  }

  private void showDownload(SlaveView of) {
    download.setHref(
        "api/slaves/%s/log?lines=5000&run=%s"
            .formatted(
                of.id(), URLEncoder.encode(source.getValue().run(), StandardCharsets.UTF_8)));
  }

  private void fetch() {
    fetchAfter(Duration.ZERO);
  }

  private void fetchAfter(Duration pause) {
    var of = slave;
    if (of == null || asking) {
      return;
    }
    asking = true;
    count.setText("Fetching …");
    showDownload(of);
    var from = source.getValue();
    int wanted = lines.getValue();
    feed.askAfter(
        pause, page, () -> slaves.log(of.id(), from.run(), wanted), log -> take(from, wanted, log));
  }

  private void take(Source from, int wanted, Result<String> log) {
    asking = false;
    notice.clear();
    count.setText("");
    log.handle(this::take, this::refuse);
    if (!from.equals(source.getValue()) || wanted != lines.getValue()) {
      fetch();
    } else if (follow.getValue()) {
      fetchAfter(PAUSE);
    }
  }

  /// What can't be fetched now is not asked for every other second.
  private void refuse(String problem) {
    notice.say(problem);
    follow.setValue(false);
  }

  private void take(String log) {
    fetched = log.lines().toList();
    show();
  }

  private void show() {
    var wanted = search.getValue().strip().toLowerCase(Locale.ENGLISH);
    var found =
        fetched.stream().filter(line -> line.toLowerCase(Locale.ENGLISH).contains(wanted)).toList();
    text.setVisible(!found.isEmpty());
    text.setText(found.stream().collect(Collectors.joining("\n")));
    count.setText(
        found.size() == fetched.size()
            ? Format.count(found.size(), "line", "lines")
            : "%s of %s"
                .formatted(
                    Format.number(found.size()), Format.count(fetched.size(), "line", "lines")));
  }
}
