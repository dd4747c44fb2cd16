package io.crowdbench.ui.runs;

import static io.crowdbench.ui.runs.FakeRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.runs")
class RunsViewTest extends PageTest {

  private static final int LINK = 0;
  private static final int DURATION = 3;
  private static final int SLAVES = 4;
  private final Feed feed = new Feed();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  @SuppressWarnings("unchecked")
  private Grid<ListedRun> open(RunRow... rows) {
    var view = new RunsView(FakeRuns.of(rows), feed);
    UI.getCurrent().add(view);
    return $(Grid.class, view).single();
  }

  @Test
  void theNewestRunIsTheFirstAndLinksToItsMonitor() {
    var grid = open(run("old", RunState.COMPLETED, 0), run("new", RunState.RUNNING, 60));

    assertThat(test(grid).getRow(0).id()).isEqualTo("new");
    assertThat(test(grid).getCellText(1, DURATION)).isEqualTo("1:01");
    assertThat(test(grid).getCellText(1, SLAVES)).isEqualTo("lab-1, lab-2");
    assertThat(((Anchor) test(grid).getCellComponent(0, LINK)).getHref()).isEqualTo("runs/new");
  }

  @Test
  void earlierRunsComeOnDemand() {
    var all =
        IntStream.range(0, 130)
            .mapToObj(i -> run("run-" + i, RunState.COMPLETED, 1_000 - i))
            .toArray(RunRow[]::new);
    var grid = open(all);
    var more = $(Button.class).withId("earlier-runs").single();
    assertThat(test(grid).size()).isEqualTo(100);
    assertThat(more.getText()).isEqualTo("Show earlier runs (100 of 130 are shown)");

    test(more).click();

    assertThat(test(grid).size()).isEqualTo(130);
    assertThat(more.isVisible()).isFalse();
  }

  @Test
  void runsAppearAndChangeLive() {
    var grid = open(run("first", RunState.RUNNING));
    var planned = run("second", RunState.QUEUED).plan();
    var later = FakeRuns.START.plusSeconds(100);
    feed.receive(new RunPlanned(Message.SCHEMA, later, "second", 0, planned, "words"));
    feed.receive(
        new RunStateChanged(
            Message.SCHEMA, later, "first", 5, RunState.ABORTED, "lab-1 fell silent."));

    eventually(() -> {
      assertThat(test(grid).size()).isEqualTo(2);
      assertThat(test(grid).getRow(0).id()).isEqualTo("second");
      assertThat(test(grid).getRow(1).state()).isEqualTo(RunState.ABORTED);
      assertThat(test(grid).getCellText(1, DURATION)).isEqualTo("1:40");
    });
  }
}
