package io.crowdbench.ui.monitor;

import static io.crowdbench.messages.result.SeriesLine.ALL;
import static io.crowdbench.ui.runs.FakeRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.ErrorsGrouped;
import io.crowdbench.messages.result.GeneratorOverloaded;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.result.ResultsChecked;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.Overload;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.FakeRuns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.monitor")
class MonitorViewTest extends PageTest {

  private final Feed feed = new Feed();
  private final FakeResults results = new FakeResults();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  private void open(RunState state) {
    var view = new MonitorView(FakeRuns.of(run(Made.RUN, state)), results, feed);
    view.open(Made.RUN);
    UI.getCurrent().add(view);
  }

  private String text(String id) {
    return $(Component.class).withId(id).single().getElement().getTextRecursively();
  }

  private void becomes(String id, String text) {
    eventually(() -> {
      assertThat(text(id)).isEqualTo(text);
    });
  }

  @Test
  void anEndedRunIsThereInFull() {
    results.seconds.addAll(List.of(Made.second(0, "*", 99), Made.second(1, "*", 199)));
    results.errors.add(Made.errorOfAll(2, "s1", "s2"));
    results.logs.add(new Results.Logged(Made.log(0)));
    results.ended = true;
    open(RunState.COMPLETED);

    assertThat(text("run-state")).isEqualTo("completed");
    assertThat(text("plan-words")).isEqualTo("10 users browse for a minute.");
    assertThat(text("progress")).isEqualTo("lasted 1:01, planned 1:00");
    assertThat(text("operations-total")).isEqualTo("300");
    assertThat(text("failed-total")).isEqualTo("2");
    assertThat(text("operations-rate")).isEqualTo("150");
    assertThat(text("p99")).isEqualTo("12.3 ms");
    assertThat(text("debug-log")).contains("0:03 Browse anna").contains("line 0");
    assertThat(text("completeness"))
        .isEqualTo("3,214 operations counted by the runners = 3,214 stored");
    assertThat(test($(Grid.class).withId("lines").single()).size()).isOne();
    assertThat(test($(Grid.class).withId("errors").single()).getCellText(0, 3))
        .isEqualTo("lab-1, lab-2");
  }

  @Test
  void foldsWhatVisitsLoadUntilSomebodyWantsToSeeIt() {
    var counts = new OutcomeCounts(10, 2, 0);
    results.seconds.add(
        new SecondMerged(
            Message.SCHEMA,
            FakeRuns.START,
            Made.RUN,
            0,
            "*",
            1,
            List.of(),
            List.of(
                Made.line(Kind.OPERATION, ALL, ALL, counts),
                Made.line(Kind.GROUP, "Browse", "visit GET /", counts),
                Made.line(Kind.RESOURCE, "Browse", "visit GET / > GET /a.png", counts),
                Made.line(Kind.RESOURCE, "Browse", "visit GET / > GET /b.png", counts))));
    open(RunState.RUNNING);

    assertThat(names()).containsExactly("group visit GET /", "2 resources");
    assertThat(test($(Grid.class).withId("lines").single()).getCellText(1, 2)).isEqualTo("20");

    test($(Checkbox.class).withCaption("Show each resource of visits").single()).click();
    assertThat(names()).containsExactly("group visit GET /", "GET /a.png", "GET /b.png");
  }

  private List<String> names() {
    var grid = test($(Grid.class).withId("lines").single());
    return IntStream.range(0, grid.size())
        .mapToObj(row -> grid.getCellText(row, 1).strip())
        .toList();
  }

  @Test
  void secondsComeInLiveAndAreNotCountedTwice() {
    results.seconds.add(Made.second(0, "*", 10));
    open(RunState.RUNNING);
    assertThat(text("operations-rate")).isEqualTo("11");

    feed.receive(Made.second(0, "*", 12));
    feed.receive(Made.second(1, "*", 20));

    becomes("operations-total", "34");
    assertThat(text("operations-rate")).isEqualTo("21");
    assertThat(text("transactions-rate")).isEqualTo("10");
    assertThat(text("users")).isEqualTo("9");
    assertThat(text("p50")).isEqualTo("4.20 ms");
  }

  @Test
  void oneSlaveCanBeLookedAtAlone() {
    results.seconds.addAll(List.of(Made.second(0, "*", 30), Made.second(0, "s1", 10)));
    results.errors.addAll(
        List.of(Made.errorOfAll(3, "s1", "s2"), Made.error("s1", 1), Made.error("s2", 2)));
    open(RunState.RUNNING);
    assertThat(text("operations-total")).isEqualTo("31");
    assertThat(test($(Grid.class).withId("errors").single()).getCellText(0, 0)).isEqualTo("3");

    @SuppressWarnings("unchecked")
    Select<RunSlave> picker = $(Select.class).withId("slave-picker").single();
    test(picker).selectItem("lab-1");

    assertThat(text("operations-total")).isEqualTo("11");
    assertThat(test($(Grid.class).withId("errors").single()).size()).isOne();
    assertThat(test($(Grid.class).withId("errors").single()).getCellText(0, 0)).isEqualTo("1");
    results.seconds.add(Made.second(1, "s1", 20));
    feed.receive(Made.second(1, "*", 50));
    becomes("operations-total", "32");
    assertThat(text("operations-rate")).isEqualTo("21");
  }

  @Test
  void errorsStateAndCompletenessComeInLive() {
    open(RunState.RUNNING);
    feed.receive(new ErrorsGrouped(1, FakeRuns.START, Made.RUN, List.of(Made.errorOfAll(4, "s1"))));
    feed.receive(Made.log(7));
    feed.receive(
        new RunStateChanged(
            Message.SCHEMA, FakeRuns.START, Made.RUN, 4, RunState.ABORTED, "lab-1 fell silent."));
    feed.receive(
        new ResultsChecked(
            Message.SCHEMA,
            FakeRuns.START,
            Made.RUN,
            FakeResults.counters(10),
            FakeResults.counters(8),
            List.of("1 of lab-1's records are missing.")));

    becomes("run-state", "aborted");
    assertThat(text("run-reason")).isEqualTo("lab-1 fell silent.");
    assertThat(text("debug-log")).contains("line 7");
    assertThat(text("completeness"))
        .isEqualTo(
            "10 operations counted by the runners ≠ 8 stored1 of lab-1's records are missing.");
    assertThat(test($(Grid.class).withId("errors").single()).getCellText(0, 0)).isEqualTo("4");
  }

  @Test
  void saysWhenTheSlavesWereTheLimit() {
    open(RunState.RUNNING);
    // Found only while it is shown.
    assertThat($(OverloadLine.class).all()).isEmpty();
    feed.receive(
        new GeneratorOverloaded(
            Message.SCHEMA,
            FakeRuns.START,
            Made.RUN,
            List.of(
                new OverloadGroup(
                    "s1",
                    Overload.Limit.PROCESSOR,
                    4,
                    2,
                    6,
                    "the slave's processors were 97 % busy"))));

    eventually(() -> {
      assertThat($(OverloadLine.class).all()).hasSize(1);
    });
    becomes(
        "overload",
        "Load generators were overloaded: read the latencies of these seconds with care."
            + "lab-1, 4 seconds between 0:02 and 0:06: the slave's processors were 97 % busy.");
  }

  @Test
  void showsExamplesOfAnError() {
    results.errors.add(Made.errorOfAll(4, "s1"));
    results.failures.add(Made.failure());
    open(RunState.RUNNING);

    test($(Grid.class).withId("errors").single()).clickRow(0);

    assertThat($(FailureDialog.class).single().getElement().getTextRecursively())
        .contains(
            "GET / as user anna on lab-1",
            "GET http://shop/?token=(redacted)",
            "503 Service Unavailable",
            "first byte 15.2 ms");
  }

  @Test
  void anUnknownRunIsSaidInASentence() {
    var view = new MonitorView(FakeRuns.of(), results, feed);
    view.open("nowhere");
    UI.getCurrent().add(view);

    assertThat($(Notice.class).single().getElement().getTextRecursively())
        .contains("There is no run nowhere.");
  }
}
